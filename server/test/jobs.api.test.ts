import type pg from "pg";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { beginCount } from "./door/begin-count.ts";
import { people, signIn, warehouseIds, type Caller } from "./door/caller.ts";
import { ownerOf } from "./door/database-owner.ts";
import { SpeakingSocket } from "./door/speaking-socket.ts";

let running: RunningServer;
let owner: pg.Client;
let ines: Caller;
let warehouseId: string;
let sessionId: string;

const POST = `mutation ($input: PostSessionInput!) { postSession(input: $input) {
  __typename ... on PostingAskedFor { job { id state total session { id } askedBy { name } } }
  ... on SessionPosted { wasPosted posting { id } }
  ... on PostSessionRejected { reason message } } }`;
const JOB = `query ($id: ID!) { job(id: $id) { state done total message
  error { code message counts { name count } } posting { id lineCount } } }`;
const CANCEL = `mutation ($id: ID!) { cancelJob(input: { jobId: $id }) {
  __typename ... on JobCancelled { job { state isCancelAsked } }
  ... on CancelJobRejected { reason message } } }`;
const FEED = `subscription ($warehouseId: ID!, $after: String) {
  jobFeed(warehouseId: $warehouseId, after: $after) {
    cursor jobs { id state step done total message } } }`;

const ask = async (document: string, variables: object = {}, caller = ines) => {
  const { data, errors, text } = await caller.ask(document, variables as never);
  if (errors[0]) throw new Error(text);
  return data;
};

/** All of the demonstration's main site counted as nothing, and nobody has to approve. */
beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  owner = await ownerOf(running.databaseUrl);
  const ada = await signIn(running.url, people.administrator);
  ines = await signIn(running.url, people.supervisor);
  warehouseId = (await warehouseIds(ines))["MAIN"] ?? "";
  await ask(`mutation { saveOption(input: { code: "170", isOn: false }) { __typename } }`, {}, ada);
  await owner.query("update location set is_closed_off = false");
  sessionId = await beginCount(ada, warehouseId);
  const close = `mutation ($id: ID!) { closeCountSession(input: {
    sessionId: $id, notVisited: COUNT_AS_ZERO }) { __typename } }`;
  await ask(close, { id: sessionId }, ada);
}, 60_000);
afterAll(async () => {
  await owner.end();
  await running.stop();
});

async function digest(): Promise<string> {
  const accepted = ["COST_MISSING", "MOVED_DURING_COUNT", "TIME_UNCERTAIN"];
  const { postingPreview } = await ask(
    `query ($input: PostingPreviewInput!) { postingPreview(input: $input) {
      digest canBePosted refusals { reason lines } } }`,
    { input: { sessionId, accepted } },
  );
  expect(postingPreview).toMatchObject({ canBePosted: true, refusals: [] });
  return postingPreview.digest;
}

async function post() {
  const accepted = ["COST_MISSING", "MOVED_DURING_COUNT", "TIME_UNCERTAIN"];
  const input = { sessionId, accepted, digest: await digest() };
  return (await ask(POST, { input })).postSession;
}

const jobOf = async (id: string) => (await ask(JOB, { id })).job;

async function jobThatIs(state: string, id: string) {
  await vi.waitFor(async () => expect((await jobOf(id)).state).toBe(state), {
    timeout: 30_000,
    interval: 50,
  });
  return jobOf(id);
}

/** Nobody gets the ledger meanwhile: a posting stands still where it wants to hold it. */
async function holdingTheLedger<Result>(work: () => Promise<Result>): Promise<Result> {
  await owner.query("begin");
  await owner.query("select 1 from ledger_head for update");
  try {
    return await work();
  } finally {
    await owner.query("rollback");
  }
}

test("a job is told of while it goes on, may be stopped, and leaves nothing then", async () => {
  const socket = await SpeakingSocket.greet(running.url, ines.headers);
  socket.subscribe("1", FEED, { warehouseId });
  const first = (await socket.next()).payload.data.jobFeed;
  expect(first.jobs).toEqual([]);
  const asked = await holdingTheLedger(async () => {
    const result = await post();
    expect(result).toMatchObject({
      __typename: "PostingAskedFor",
      job: {
        state: "WAITING",
        session: { id: sessionId },
        askedBy: { name: expect.stringMatching(/^Ines/u) },
      },
    });
    await jobThatIs("RUNNING", result.job.id);
    const { cancelJob } = await ask(CANCEL, { id: result.job.id });
    expect(cancelJob).toMatchObject({ job: { state: "RUNNING", isCancelAsked: true } });
    return result.job.id as string;
  });
  await jobThatIs("CANCELLED", asked);
  const states: string[] = [];
  while (states.at(-1) !== "CANCELLED")
    states.push(
      ...(await socket.next()).payload.data.jobFeed.jobs.map((job: { state: string }) => job.state),
    );
  expect(states).toContain("RUNNING");
  socket.close();

  const again = await SpeakingSocket.greet(running.url, ines.headers);
  again.subscribe("1", FEED, { warehouseId, after: first.cursor });
  expect((await again.next()).payload.data.jobFeed.jobs).toMatchObject([
    { id: asked, state: "CANCELLED", message: "Stopped before anything was changed." },
  ]);
  again.close();
  const { cancelJob } = await ask(CANCEL, { id: asked });
  expect(cancelJob.__typename).toBe("JobCancelled");
  expect((await owner.query("select from posting")).rowCount).toBe(0);
}, 60_000);

test("a cursor of another feed, or ahead of the jobs, is refused", async () => {
  for (const after of ["x", Buffer.from("notices:1:0").toString("base64url")]) {
    const socket = await SpeakingSocket.greet(running.url, ines.headers);
    socket.subscribe("1", FEED, { warehouseId, after });
    expect(JSON.stringify(await socket.next())).toContain("BAD_USER_INPUT");
    socket.close();
  }
});

test("a counter sees no jobs: they tell of the books", async () => {
  const maria = await signIn(running.url, people.counter);
  const { errors } = await maria.ask(`{ jobs(warehouseId: "${warehouseId}") { totalCount } }`);
  expect(errors[0]?.extensions?.["code"]).toBe("FORBIDDEN");
});

test("F12: the server is killed in the middle of a posting; the next one makes it, once", async () => {
  const id = await holdingTheLedger(async () => {
    const { job } = await post();
    await jobThatIs("RUNNING", job.id);
    await running.kill();
    return job.id as string;
  });
  const { databaseUrl } = running;
  running = await startRunningServer({ postgresUrl: inject("postgresUrl"), databaseUrl });
  ines = await signIn(running.url, people.supervisor);
  const done = await jobThatIs("DONE", id);
  expect(done).toMatchObject({ done: done.total, error: null, posting: { lineCount: done.total } });
  const { rows } = await owner.query(
    `select count(distinct p.id)::int as postings, count(*)::int as lines from posting p
     join posting_line l on l.warehouse_id = p.warehouse_id and l.posting_id = p.id`,
  );
  expect(rows).toEqual([{ postings: 1, lines: done.total }]);
  const { cancelJob } = await ask(CANCEL, { id });
  expect(cancelJob).toMatchObject({ reason: "JOB_DONE" });
}, 90_000);
