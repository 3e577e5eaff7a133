import { afterAll, beforeAll, expect, test } from "vitest";
import { CountedWarehouse, at } from "../../../test/counted-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { PostgresDoorbell } from "../../database/postgres-doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { rowsOf, sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { jobTopic } from "../domain/job.ts";
import { askForJob } from "../storage/ask-for-job.ts";
import { changeJob, isJob } from "../storage/job-row.ts";
import { followJobs, type JobsFrame } from "./follow-jobs.ts";

let database: TestDatabase;
let doorbell: PostgresDoorbell;
let otherServersDoorbell: PostgresDoorbell;
let warehouseId: number;
let sessionId: number;

beforeAll(async () => {
  database = await openTestDatabase("job-feed");
  doorbell = new PostgresDoorbell(database.url);
  otherServersDoorbell = new PostgresDoorbell(database.url);
  const warehouse = await CountedWarehouse.open(database);
  ({ warehouseId } = warehouse.stocked);
  await warehouse.move({ quantity: new Decimal(1), effectiveAt: at(-30) });
  ({ id: sessionId } = await warehouse.openCount());
});
afterAll(async () => {
  await doorbell.close();
  await otherServersDoorbell.close();
  await database.close();
});

let asked = 0;
async function askFor(bell = doorbell): Promise<number> {
  const { id } = await inTransaction(database.orm.em, ({ db }) =>
    askForJob(db, {
      ...{ warehouseId, sessionId, kind: "POST_SESSION", request: {}, total: 10, now: at(0) },
      ...{ requestKey: `digest ${(asked += 1)}`, askedBy: "ines" },
    }),
  );
  bell.ring(jobTopic(warehouseId));
  return id;
}

async function reach(id: number, done: number, bell = doorbell): Promise<void> {
  await changeJob(database.db, isJob({ warehouseId, id }), sql`done = ${done}::int`);
  bell.ring(jobTopic(warehouseId));
}

const follow = (after: number | null, bell = doorbell) =>
  followJobs(database.db, bell, warehouseId, after);

async function frameOf(feed: AsyncIterator<JobsFrame>): Promise<JobsFrame> {
  const { value, done } = await feed.next();
  if (done) throw new Error("The feed has ended.");
  return value;
}

async function readUntil(feed: AsyncIterator<JobsFrame>, done: number, ids: readonly number[]) {
  const last = new Map<number, number>();
  while (ids.some((id) => last.get(id) !== done))
    for (const job of (await frameOf(feed)).jobs) {
      expect(job.done).toBeGreaterThanOrEqual(last.get(job.id) ?? 0);
      last.set(job.id, job.done);
    }
  return last;
}

test("the first frame comes at once, and a change leads to another", async () => {
  const feed = await follow(null);
  expect(await frameOf(feed)).toEqual({ jobs: [], position: 0 });
  const id = await askFor();
  expect(await frameOf(feed)).toMatchObject({ jobs: [{ id, state: "WAITING" }] });
  await reach(id, 4);
  expect(await frameOf(feed)).toMatchObject({ jobs: [{ id, done: 4 }] });
  await feed.return?.();
});

test("from any cursor on, every job that has changed since is told as it stands, on any server", async () => {
  const first = await askFor();
  const feed = await follow(null);
  const { position } = await frameOf(feed);
  await feed.return?.();
  const second = await askFor(otherServersDoorbell);
  for (const done of [1, 2, 3]) await reach(first, done, otherServersDoorbell);
  const again = await follow(position, otherServersDoorbell);
  const { jobs } = await frameOf(again);
  expect(jobs.map(({ id, done }) => [id, done])).toEqual([
    [second, 0],
    [first, 3],
  ]);
  await again.return?.();
});

test("eight writers and five readers: each is told each job's last word", async () => {
  const ids = await Promise.all(Array.from({ length: 8 }, () => askFor()));
  const readers = await Promise.all(Array.from({ length: 5 }, () => follow(null)));
  const read = Promise.all(readers.map((reader) => readUntil(reader, 10, ids)));
  await Promise.all(
    ids.map(async (id, writer) => {
      const bell = writer % 2 === 0 ? doorbell : otherServersDoorbell;
      for (let done = 1; done <= 10; done += 1) await reach(id, done, bell);
    }),
  );
  for (const last of await read) expect(ids.map((id) => last.get(id))).toEqual(ids.map(() => 10));
  for (const reader of readers) await reader.return?.();
});

test("control: whoever went by the instant of a change would miss those of one instant", async () => {
  const rows = await rowsOf<{ jobs: number; instants: number; revisions: number }>(
    database.db,
    sql`select count(*)::int as jobs, count(distinct asked_at)::int as instants,
          count(distinct revision)::int as revisions from job`,
  );
  const [{ jobs, instants, revisions } = { jobs: 0, instants: 0, revisions: 0 }] = rows;
  expect(revisions).toBe(jobs);
  expect(instants).toBeLessThan(jobs);
});

test("a cursor ahead of the jobs is refused, as after a restored backup", async () => {
  await expect(follow(1_000_000)).rejects.toThrow("This cursor is ahead of the jobs");
});
