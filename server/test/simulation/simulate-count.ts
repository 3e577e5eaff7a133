import { lineKey, type LineName } from "../../src/counting/domain/asked-observation.ts";
import { observationKey } from "../../src/counting/domain/observation.ts";
import { SeededRandom } from "../../src/demonstration/seeded-random.ts";
import { Decimal } from "../../src/shared/exact-decimal.ts";
import type { Core } from "./core.ts";
import { carry } from "./fake-net.ts";
import { lines, planCount, type PlannedCount } from "./planned-count.ts";
import { SimulatedServer } from "./simulated-server.ts";
import { whatShouldBe, type LineTold } from "./what-should-be.ts";

/** One count from beginning to end; what came out other than it should, or null. */
export function simulateCount(seed: number, core: Core): string | null {
  const random = new SeededRandom(`count ${seed}`);
  const plan = planCount(random);
  const server = new SimulatedServer(core);
  const inTime = carry(random, plan, server);
  const wrong = wrongStore(plan, server) ?? wrongLine(plan, server, inTime, core);
  return wrong && `seed ${seed}: ${wrong}`;
}

/** Every entry is stored, once, and nothing else. */
function wrongStore({ devices }: PlannedCount, { kept, rejected }: SimulatedServer): string | null {
  if (rejected.length > 0) return `rejected ${rejected.join(", ")}`;
  const sent = devices.flatMap(({ entries }) => entries.map(({ asked }) => observationKey(asked)));
  const stored = kept.map(({ asked }) => observationKey(asked));
  const isSame = [...sent].sort().join() === [...stored].sort().join();
  return isSame ? null : `stored ${stored.length} entries of ${sent.length}`;
}

function wrongLine(
  plan: PlannedCount,
  server: SimulatedServer,
  inTime: ReadonlySet<string>,
  core: Core,
): string | null {
  const made = plan.devices.flatMap(({ entries }) => entries);
  const counting = made.filter(({ asked }) => inTime.has(observationKey(asked)));
  for (const line of lines) {
    const should = JSON.stringify(whatShouldBe(line, counting, plan.moves));
    const is = JSON.stringify(told(line, plan, server, core));
    if (is !== should) return `${lineKey(line)} is ${is}, should be ${should}`;
  }
  return null;
}

function told(
  line: LineName,
  { moves }: PlannedCount,
  server: SimulatedServer,
  core: Core,
): LineTold {
  const { state, quantityCounted, serials, counterIds, window, isDisputed } = server.lineAt(
    lineKey(line),
  );
  const here = moves.filter((move) => lineKey(move.line) === lineKey(line));
  const known = moves.filter(({ recordedAt }) => recordedAt <= 0);
  const contained = here.filter(({ recordedAt }) => recordedAt <= 0);
  const quantity = contained.reduce((sum, move) => sum.plus(move.quantity), new Decimal(0));
  const snapshot = { quantity, ledgerPosition: known.at(-1)?.sequence ?? 0 };
  return {
    state,
    quantity: quantityCounted?.toFixed() ?? null,
    serials: [...serials],
    counters: [...counterIds],
    window: window && `${window.first.toISOString()} ${window.last.toISOString()}`,
    isDisputed,
    expected: window && core.expected(snapshot, here, window.last).toFixed(),
  };
}
