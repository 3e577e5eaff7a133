import type { BenchApi } from "./bench-api.ts";
import { LiveBoard, type LiveLine } from "./live-board.ts";
import type { OpenCount } from "./observe-api.ts";

const RECORD = `mutation Record($input: RecordObservationsInput!) {
  recordObservations(input: $input) { results { __typename } }
}`;
const LINE = `query Line($id: ID!) {
  node(id: $id) { ... on CountLine { id version state quantityCounted } }
}`;

export interface LiveLoad {
  /** Counters and boards take turns at them. */
  servers: readonly BenchApi[];
  count: OpenCount;
  counters: number;
  boards: number;
  observationsPerSecond: number;
  seconds: number;
}

export interface LiveOutcome {
  acknowledged: number;
  perSecond: number;
  missed: number;
  doubled: number;
  holes: number;
  /** Boards that ended with another line, or another count of lines, than the server has. */
  unequal: number;
  lagP50Ms: number;
  lagP99Ms: number;
  memoryGrownMb: number;
}

let runs = 0;

/** Each counter enters one thing after the other, at an even pace; each board looks on. */
export async function runLiveLoad(load: LiveLoad): Promise<LiveOutcome> {
  const { servers, count, seconds } = load;
  const serverOf = (at: number) => servers[at % servers.length] as BenchApi;
  const boards = await Promise.all(
    Array.from({ length: load.boards }, (_, at) => LiveBoard.open(serverOf(at), count.sessionId)),
  );
  const acknowledgedAt = new Map<string, number>();
  const touched = new Set<string>();
  runs += 1;
  // Until the heaps have their working size: memory is compared from the middle on.
  let memoryAtHalf = 0;
  const halfway = setTimeout(() => {
    void memoryOf(servers).then((bytes) => (memoryAtHalf = bytes));
  }, seconds * 500);
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: load.counters }, async (_, counter) => {
      const apartMs = (1_000 * load.counters) / load.observationsPerSecond;
      let dueAt = startedAt + (apartMs * counter) / load.counters;
      for (let turn = 0; dueAt < startedAt + seconds * 1_000; turn += 1, dueAt += apartMs) {
        await until(dueAt);
        const externalId = `live ${process.pid} ${runs} ${counter} ${turn}`;
        const lineId = count.lineIds[(turn * load.counters + counter) % count.lineIds.length]!;
        touched.add(lineId);
        await enter(serverOf(counter), count.sessionId, externalId, lineId, turn % 50);
        acknowledgedAt.set(externalId, performance.now());
      }
    }),
  );
  clearTimeout(halfway);
  const elapsed = (performance.now() - startedAt) / 1_000;
  const memoryGrown = (await memoryOf(servers)) - memoryAtHalf;
  const quietAt = performance.now() + 5_000;
  while (
    performance.now() < quietAt &&
    boards.some(({ toldAt }) => toldAt.size < acknowledgedAt.size)
  )
    await until(performance.now() + 20);
  const unequal = await countUnequal(serverOf(0), boards, touched);
  for (const board of boards) board.close();
  const lags = lagsOf(boards, acknowledgedAt);
  return {
    acknowledged: acknowledgedAt.size,
    perSecond: acknowledgedAt.size / elapsed,
    missed: sum(boards.map(({ toldAt }) => missing(toldAt, acknowledgedAt))),
    doubled: sum(boards.map(({ doubled }) => doubled)),
    holes: sum(boards.map(({ holes }) => holes)),
    unequal,
    lagP50Ms: lags[Math.floor(lags.length * 0.5)] ?? Infinity,
    lagP99Ms: lags[Math.floor(lags.length * 0.99)] ?? Infinity,
    memoryGrownMb: memoryGrown / 1024 / 1024,
  };
}

async function enter(
  api: BenchApi,
  sessionId: string,
  externalId: string,
  lineId: string,
  quantity: number,
): Promise<void> {
  const countedAt = new Date().toISOString();
  const observation = {
    externalId,
    lineId,
    quantity,
    mode: "REPLACE",
    countedAt,
    clockOffsetMs: 0,
  };
  type Answer = { recordObservations: { results: { __typename: string }[] } };
  const input = { sessionId, observations: [observation] };
  const { recordObservations } = await api.ask<Answer>(RECORD, { input });
  const kind = recordObservations.results[0]?.__typename;
  if (kind !== "ObservationRecorded") throw new Error(`An entry was answered ${kind}.`);
}

async function countUnequal(
  api: BenchApi,
  boards: readonly LiveBoard[],
  touched: ReadonlySet<string>,
): Promise<number> {
  const unequal = new Set<LiveBoard>();
  for (const id of touched) {
    const { node } = await api.ask<{ node: LiveLine }>(LINE, { id });
    for (const board of boards) {
      const line = board.lines.get(id);
      const isEqual =
        line?.version === node.version &&
        line.state === node.state &&
        line.quantityCounted === node.quantityCounted;
      if (!isEqual || board.linesCounted !== boards[0]?.linesCounted) unequal.add(board);
    }
  }
  return unequal.size;
}

async function memoryOf(servers: readonly BenchApi[]): Promise<number> {
  const each = servers.map(async (api) => {
    const text = await (await fetch(new URL("/metrics", api.endpoint))).text();
    return Number(/^process_resident_memory_bytes (\S+)$/mu.exec(text)?.[1]);
  });
  return sum(await Promise.all(each));
}

function lagsOf(boards: readonly LiveBoard[], acknowledgedAt: ReadonlyMap<string, number>) {
  const lags = boards.flatMap(({ toldAt }) =>
    // Never before it was acknowledged: what is told earlier has no lag.
    [...acknowledgedAt].map(([id, at]) => Math.max(0, (toldAt.get(id) ?? Infinity) - at)),
  );
  return new Float64Array(lags).sort();
}

const missing = (told: ReadonlyMap<string, number>, all: ReadonlyMap<string, number>) =>
  [...all.keys()].filter((id) => !told.has(id)).length;

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

async function until(at: number): Promise<void> {
  const early = at - performance.now();
  if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
}
