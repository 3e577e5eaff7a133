import type { EntityManager } from "@mikro-orm/postgresql";
import { recordObservations } from "../src/counting/commands/record-observations.ts";
import type { SessionRow } from "../src/counting/domain/rows.ts";
import { sql, type Db } from "../src/database/db.ts";
import type { Doorbell } from "../src/database/doorbell.ts";
import type { CountedWarehouse } from "./counted-warehouse.ts";
import type { Follower } from "./session-feed.ts";

export interface FeedLoad {
  em: EntityManager;
  warehouse: CountedWarehouse;
  session: SessionRow;
  /** Writers take turns at them, as on several servers. */
  doorbells: readonly Doorbell[];
  followers: readonly Follower[];
  writers: number;
  seconds: number;
  /** Of each writer, also where they take longer: what is shown must not depend on the machine. */
  turnsAtLeast: number;
  /** How many of a hundred transactions are rolled back at the last moment. */
  abortPercent: number;
}

export interface FeedLoadOutcome {
  acknowledged: number;
  aborted: number;
  missed: number;
  doubled: number;
  holes: number;
  lagP50Ms: number;
  lagP99Ms: number;
}

const tornAtCommit = "to be torn off";

/** Everything is written, numbers are given out, and the commit itself fails for these entries. */
export async function tearAtCommit(owner: Db): Promise<void> {
  await sql`create function tear_off() returns trigger language plpgsql as
      $$ begin raise exception 'torn off'; end $$`.execute(owner);
  await sql`create constraint trigger tear_off after insert on observation
      deferrable initially deferred for each row when (new.note = ${sql.lit(tornAtCommit)})
      execute function tear_off()`.execute(owner);
}

/** Writers for so long and so much, everybody else reading; then what each reader was told is compared with what was acknowledged. */
export async function runFeedLoad(load: FeedLoad): Promise<FeedLoadOutcome> {
  const { followers, seconds, turnsAtLeast, writers } = load;
  const acknowledgedAt = new Map<string, number>();
  const told = followers.map(() => new Map<string, { times: number; at: number }>());
  const readings = followers.map((follower, reader) => note(follower, told[reader]!));
  const until = performance.now() + seconds * 1_000;
  let aborted = 0;
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let turn = 0; turn < turnsAtLeast || performance.now() < until; turn += 1) {
        const isAborted = (turn * writers + writer) % 100 < load.abortPercent;
        const ids = await write(load, writer, turn, isAborted);
        aborted += isAborted ? 1 : 0;
        for (const id of ids) acknowledgedAt.set(id, performance.now());
      }
    }),
  );
  // The last words are told at once; a look of every second would bring them if not.
  const deadline = performance.now() + 3_000;
  const isComplete = () => told.every((each) => each.size >= acknowledgedAt.size);
  while (!isComplete() && performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 20));
  for (const follower of followers) await follower.end();
  await Promise.all(readings);
  return judge(acknowledgedAt, told, followers, aborted);
}

async function write(
  { em, warehouse, session, doorbells }: FeedLoad,
  writer: number,
  turn: number,
  isAborted: boolean,
): Promise<string[]> {
  const observations = [0, 1].map((at) =>
    warehouse.observation({
      count: 1,
      actorId: `writer ${writer}`,
      externalId: `${writer} ${turn} ${at}`,
      locationId: warehouse.place((turn + at) % 4),
      note: isAborted ? tornAtCommit : null,
    }),
  );
  const doorbell = doorbells[writer % doorbells.length]!;
  const { warehouseId, id: sessionId } = session;
  const input = { warehouseId, sessionId, now: new Date(), observations };
  try {
    await recordObservations(em, doorbell, input);
    return observations.map(({ externalId }) => externalId);
  } catch (error) {
    if (isAborted && error instanceof Error && error.message === "torn off") return [];
    throw error;
  }
}

async function note(
  follower: Follower,
  told: Map<string, { times: number; at: number }>,
): Promise<void> {
  for (;;) {
    const { value, done } = await follower.feed.next();
    if (done) return;
    const at = performance.now();
    if (!("events" in value)) throw new Error(`Resync required: ${value.reason}`);
    for (const { sequence, details } of value.events) {
      follower.numbers.push(sequence);
      const id = details?.externalId ?? "";
      told.set(id, { times: (told.get(id)?.times ?? 0) + 1, at });
    }
  }
}

function judge(
  acknowledgedAt: ReadonlyMap<string, number>,
  told: readonly ReadonlyMap<string, { times: number; at: number }>[],
  followers: readonly Follower[],
  aborted: number,
): FeedLoadOutcome {
  const ids = [...acknowledgedAt.keys()];
  const lags = told
    .flatMap((each) => ids.map((id) => (each.get(id)?.at ?? Infinity) - acknowledgedAt.get(id)!))
    .sort((one, other) => one - other);
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
  return {
    acknowledged: ids.length,
    aborted,
    missed: sum(told.map((each) => ids.filter((id) => !each.has(id)).length)),
    doubled: sum(told.map((each) => [...each.values()].filter(({ times }) => times > 1).length)),
    holes: sum(followers.map(({ numbers }) => numbers.filter(isHole).length)),
    lagP50Ms: Math.max(0, lags[Math.floor(lags.length * 0.5)] ?? 0),
    lagP99Ms: Math.max(0, lags[Math.floor(lags.length * 0.99)] ?? 0),
  };
}

const isHole = (number: number, at: number, numbers: number[]) =>
  at > 0 && number !== numbers[at - 1]! + 1;
