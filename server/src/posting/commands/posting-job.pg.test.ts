import { afterEach, beforeEach, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { JobFloor, until } from "../../../test/job-floor.ts";
import { countOfNothing } from "../../../test/stock-many-items.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { sql } from "../../database/db.ts";
import type { JobRow } from "../../jobs/domain/job.ts";
import { nobodyFollows, postingSteps } from "../storage/posting-steps.ts";
import { makePosting } from "./make-posting.ts";
import { linesInARequest } from "./post-session.ts";

const lines = linesInARequest + 1;

let database: TestDatabase;
let desk: JobFloor;

beforeEach(async () => {
  database = await openTestDatabase("posting-jobs");
  desk = await JobFloor.open(database);
});
afterEach(async () => {
  await desk.close();
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

async function askedFor(session: SessionRow): Promise<JobRow> {
  const { digest } = await desk.floor.preview(session);
  const outcome = await desk.ask(session, digest);
  if (!("job" in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.job;
}

test("more than 1,000 lines are posted by a job, which tells how far it is", async () => {
  const session = await countOfNothing(desk.floor, lines);
  const followed = await desk.follow();
  const job = await askedFor(session);
  expect(job).toMatchObject({ state: "WAITING", done: 0, total: lines, askedById: "ines" });
  desk.worker().start();
  const told = await followed.until(({ state }) => state === "DONE");
  expect(told.map(({ state }) => state)).toEqual(expect.arrayContaining(["RUNNING", "DONE"]));
  expect(told.at(-1)).toMatchObject({ id: job.id, done: lines, total: lines });
  expect(told.at(-1)?.endedAt).not.toBeNull();
  expect(await desk.posted()).toEqual({ lines, moves: lines, postings: 1 });
});

test("asked for twice, it is the same job; when it is done, its posting is the answer", async () => {
  const session = await countOfNothing(desk.floor, lines);
  const { digest } = await desk.floor.preview(session);
  const both = await Promise.all([desk.ask(session, digest), desk.ask(session, digest)]);
  const ids = both.map((outcome) => ("job" in outcome ? outcome.job.id : 0));
  expect(new Set(ids).size).toBe(1);
  desk.worker().start();
  await desk.ended(ids[0] ?? 0);
  expect(await desk.ask(session, digest)).toMatchObject({ wasPosted: true });
});

test("what can be said at once is said at once: no job for numbers that are not those of the preview", async () => {
  const session = await countOfNothing(desk.floor, lines);
  const outcome = await desk.ask(session, "another");
  expect(outcome).toMatchObject({ rejection: { reason: "STALE_DIGEST" } });
});

test("numbers that change before its turn reject the job with the reason", async () => {
  const session = await countOfNothing(desk.floor, lines);
  const job = await askedFor(session);
  await sql`update count_line set is_disputed = true where id in (select min(id) from count_line)`.execute(
    database.ownerDb,
  );
  desk.worker().start();
  expect(await desk.ended(job.id)).toMatchObject({
    state: "REJECTED",
    errorCode: "LINES_REFUSED",
    errorFacts: { counts: [{ name: "DISPUTED", count: 1 }] },
  });
  await sql`update count_line set is_disputed = false`.execute(database.ownerDb);
});

test.each(postingSteps)("stopped where %s, nothing is posted", async (place) => {
  const session = await countOfNothing(desk.floor, lines);
  const job = await askedFor(session);
  desk
    .worker({
      at: place,
      does: async () => {
        await desk.cancel(job);
      },
    })
    .start();
  expect(await desk.ended(job.id)).toMatchObject({ state: "CANCELLED", isCancelAsked: true });
  expect(await desk.posted()).toEqual({ lines: 0, moves: 0, postings: 0 });
});

test("stopped before its turn, it never begins; done, it cannot be stopped", async () => {
  const session = await countOfNothing(desk.floor, lines);
  const waiting = await askedFor(session);
  expect(await desk.cancel(waiting)).toMatchObject({ job: { state: "CANCELLED" } });
  const again = await askedFor(session);
  expect(again.id).not.toBe(waiting.id);
  desk.worker().start();
  expect(await desk.ended(again.id)).toMatchObject({ state: "DONE" });
  expect(await desk.cancel(again)).toMatchObject({ rejection: { reason: "JOB_DONE" } });
});

test.each(postingSteps)(
  "T8, F12: a server that dies where %s leaves the job to another, which posts once",
  async (place) => {
    const session = await countOfNothing(desk.floor, lines);
    const job = await askedFor(session);
    const died = desk.dyingWorker(place);
    died.start();
    await died.hasDied;
    expect(await desk.posted()).toEqual({ lines: 0, moves: 0, postings: 0 });
    desk.worker().start();
    expect(await desk.ended(job.id)).toMatchObject({ state: "DONE", attempts: 2 });
    expect(await desk.posted()).toEqual({ lines, moves: lines, postings: 1 });
  },
);

test("a server that only seemed to be gone cannot commit what another has taken over", async () => {
  const session = await countOfNothing(desk.floor, lines);
  const job = await askedFor(session);
  const { promise: takenOver, resolve: takeOver } = Promise.withResolvers<void>();
  let isAsleep = false;
  const sleeping = desk.worker({
    at: "CHECKED",
    does: async () => {
      isAsleep = true;
      await takenOver;
    },
  });
  sleeping.start();
  await until(() => isAsleep);
  // Its renewals are lost as well: for the others it is gone.
  await sql`update job set lease_holder = 'somebody else'`.execute(database.ownerDb);
  takeOver();
  await until(async () => (await desk.job(job.id)).state === "RUNNING" && !sleeping.isWorking);
  expect(await desk.posted()).toEqual({ lines: 0, moves: 0, postings: 0 });
  await sql`update job set lease_until = now() - interval '1 second'`.execute(database.ownerDb);
  desk.worker().start();
  await desk.ended(job.id);
  expect(await desk.posted()).toEqual({ lines, moves: lines, postings: 1 });
});

test("control: a completion that does not ask for the lease commits beside another holder", async () => {
  const session = await countOfNothing(desk.floor, lines);
  const job = await askedFor(session);
  await sql`update job set state = 'RUNNING', lease_holder = 'another', lease_until = now()`.execute(
    database.ownerDb,
  );
  const { digest } = await desk.floor.preview(session);
  const input = { warehouseId: session.warehouseId, sessionId: session.id, digest, accepted: [] };
  const who = { actorId: "ines", now: job.askedAt, lineIds: null };
  await makePosting(
    database.orm.em,
    desk.doorbell,
    { ...input, ...who },
    {
      ...nobodyFollows,
      complete: async (db, { id }) => {
        await sql`update job set state = 'DONE', result = ${JSON.stringify({ postingId: id })}::jsonb,
          ended_at = now(), lease_holder = null, lease_until = null`.execute(db);
      },
    },
  );
  expect(await desk.posted()).toEqual({ lines, moves: lines, postings: 1 });
});

test("three servers, asked ten times at once: it is done once", async () => {
  const session = await countOfNothing(desk.floor, lines);
  const { digest } = await desk.floor.preview(session);
  const workers = [desk.worker(), desk.worker(), desk.worker()];
  for (const worker of workers) worker.start();
  const asked = await Promise.all(Array.from({ length: 10 }, () => desk.ask(session, digest)));
  const jobs = new Set(asked.flatMap((outcome) => ("job" in outcome ? [outcome.job.id] : [])));
  for (const id of jobs) await desk.ended(id);
  expect(await desk.posted()).toEqual({ lines, moves: lines, postings: 1 });
});

test("a fault is tried again, and in the end the job has failed, with a trace", async () => {
  const session = await countOfNothing(desk.floor, lines);
  const job = await askedFor(session);
  desk.worker({ at: "CHECKED", does: () => Promise.reject(new Error("a fault")) }).start();
  await until(async () => {
    await sql`update job set retry_at = null where state = 'WAITING'`.execute(database.ownerDb);
    return (await desk.job(job.id)).state === "FAILED";
  });
  expect(await desk.job(job.id)).toMatchObject({ errorCode: "INTERNAL", attempts: 5 });
  expect(await desk.posted()).toEqual({ lines: 0, moves: 0, postings: 0 });
});

test("a job that every server dies of has failed when the sixth takes it", async () => {
  const session = await countOfNothing(desk.floor, lines);
  const job = await askedFor(session);
  await sql`update job set attempts = 5, state = 'RUNNING', lease_holder = 'the dead',
      lease_until = now()`.execute(database.ownerDb);
  desk.worker().start();
  expect(await desk.ended(job.id)).toMatchObject({ state: "FAILED", errorCode: "INTERNAL" });
  expect(await desk.posted()).toEqual({ lines: 0, moves: 0, postings: 0 });
});

test("a server that stops in order gives its job back at once", async () => {
  const session = await countOfNothing(desk.floor, lines);
  const job = await askedFor(session);
  const { promise: askedToStop, resolve: stop } = Promise.withResolvers<void>();
  let isStopped = Promise.resolve();
  const stopping = desk.worker({
    at: "CHECKED",
    does: () => {
      isStopped = stopping.close();
      return Promise.resolve(stop());
    },
  });
  stopping.start();
  await askedToStop;
  await isStopped;
  expect(await desk.job(job.id)).toMatchObject({ state: "WAITING", attempts: 0 });
  desk.worker().start();
  expect(await desk.ended(job.id)).toMatchObject({ state: "DONE" });
});
