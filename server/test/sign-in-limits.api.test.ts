import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type pg from "pg";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { Caller, makeKey, password, people, signIn, signInMutation } from "./door/caller.ts";
import { ownerOf } from "./door/database-owner.ts";
import { startOpenDoor, type OpenDoor } from "./door/open-door.ts";
import { SpeakingSocket } from "./door/speaking-socket.ts";

const window_ = "interval '15 minutes'";

let running: RunningServer;
let owner: pg.Client;
let stranger: Caller;

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  owner = await ownerOf(running.databaseUrl);
  stranger = new Caller(running.url);
});
afterAll(async () => {
  await owner.end();
  await running.stop();
});

interface Outcome {
  reason: string;
  retryAfterSeconds: number | null;
  retryAfter: string | null;
}

async function tryPassword(email: string, word: string, headers = {}): Promise<Outcome> {
  const { data, headers: sent } = await stranger.ask(
    signInMutation,
    { input: { email, password: word } },
    headers,
  );
  const { __typename, reason, retryAfterSeconds = null } = data.signIn;
  return { reason: reason ?? __typename, retryAfterSeconds, retryAfter: sent.get("retry-after") };
}

/** What an instant does to the tries, without waiting for it: they are that much longer ago. */
async function letPass(interval: string): Promise<void> {
  await owner.query(`update sign_in_attempt set attempted_at = attempted_at - ${interval}`);
}

const countOf = (outcomes: Outcome[], reason: string) =>
  outcomes.filter((outcome) => outcome.reason === reason).length;

test("T43: ten wrong passwords of an account, then none is looked at for 15 minutes", async () => {
  const email = people.counter;
  const outcomes: Outcome[] = [];
  for (let at = 0; at < 12; at += 1) outcomes.push(await tryPassword(email, `wrong-word-${at}`));
  expect(countOf(outcomes, "WRONG_EMAIL_OR_PASSWORD")).toBe(10);
  expect(outcomes.slice(0, 10).every(({ retryAfter }) => retryAfter === null)).toBe(true);
  const refused = await tryPassword(email, password);
  expect(refused.reason).toBe("TOO_MANY_TRIES");
  expect(refused.retryAfterSeconds).toBeGreaterThan(14 * 60);
  expect(refused.retryAfterSeconds).toBeLessThanOrEqual(15 * 60);
  expect(refused.retryAfter).toBe(String(refused.retryAfterSeconds));

  await letPass("interval '14 minutes'");
  expect((await tryPassword(email, password)).reason).toBe("TOO_MANY_TRIES");
  await letPass("interval '1 minute'");
  expect((await tryPassword(email, password)).reason).toBe("SignedIn");
});

test("T43: 40 tries at once are 10 at most, however the address is written", async () => {
  const [name = "", host = ""] = people.approver.split("@");
  const spelt = [people.approver, people.approver.toUpperCase(), ` ${name}@${host.toUpperCase()} `];
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, (_, at) =>
      tryPassword(spelt[at % 3] ?? "", `wrong-word-${at}`, { "x-forwarded-for": `10.0.0.${at}` }),
    ),
  );
  expect(countOf(outcomes, "WRONG_EMAIL_OR_PASSWORD")).toBeLessThanOrEqual(10);
  expect(countOf(outcomes, "TOO_MANY_TRIES")).toBeGreaterThanOrEqual(30);
});

test("T43: another account is not held up by it, and success forgets the tries", async () => {
  for (let round = 0; round < 3; round += 1) {
    for (let at = 0; at < 4; at += 1) await tryPassword(people.viewer, "wrong-word");
    expect((await tryPassword(people.viewer, password)).reason).toBe("SignedIn");
  }
});

test("T43: one request is one try: aliases, batches and sockets make no more of it", async () => {
  const attempt = `signIn(input: { email: "${people.supervisor}", password: "wrong-word" }) { __typename }`;
  const before = await tries(people.supervisor);
  const aliased = await stranger.ask(`mutation { a: ${attempt} b: ${attempt} }`);
  expect([aliased.status, aliased.code]).toEqual([400, "BAD_USER_INPUT"]);
  const one = { query: `mutation { ${attempt} }` };
  const batch = await stranger.send({ body: JSON.stringify([one, one]) });
  expect([batch.status, batch.code]).toEqual([400, "BAD_REQUEST"]);
  const { headers } = await signIn(running.url, people.administrator);
  const socket = await SpeakingSocket.greet(running.url, headers);
  socket.subscribe("1", one.query);
  expect((await socket.next()).payload[0].extensions.code).toBe("BAD_USER_INPUT");
  socket.close();
  expect(await tries(people.supervisor)).toBe(before);
});

async function tries(email: string): Promise<number> {
  const sql = "select count(*)::int as count from sign_in_attempt where bucket like '%' || $1";
  return (await owner.query<{ count: number }>(sql, [email])).rows[0]?.count ?? 0;
}

test("T43: the own password is guessed no more often by changing it", async () => {
  await letPass(window_);
  const session = await signIn(running.url, people.supervisor);
  const guess = async () => {
    const { data } = await session.ask(
      "mutation ($i: ChangePasswordInput!) { changePassword(input: $i) { ... on ChangePasswordRejected { reason } } }",
      { i: { currentPassword: "wrong-word", newPassword: "another-long-word" } },
    );
    return data.changePassword.reason as string;
  };
  const reasons: string[] = [];
  for (let at = 0; at < 12; at += 1) reasons.push(await guess());
  expect(reasons.filter((reason) => reason === "WRONG_PASSWORD")).toHaveLength(10);
  expect(reasons.slice(10)).toEqual(["TOO_MANY_TRIES", "TOO_MANY_TRIES"]);
});

test("T43: from one address 100 tries at accounts that may not even exist", async () => {
  await letPass(window_);
  await letPass(window_);
  const outcomes: Outcome[] = [];
  for (let at = 0; at < 104; at += 1)
    outcomes.push(await tryPassword(`nobody-${at}@tallyroom.example`, "x".repeat(200)));
  expect(countOf(outcomes, "WRONG_EMAIL_OR_PASSWORD")).toBe(100);
  expect(Number(outcomes.at(-1)?.retryAfter)).toBeGreaterThan(14 * 60);
  await letPass(window_);
});

test("T43: 20 invalid keys of an address, then 429 with Retry-After; a good key still works", async () => {
  const ada = await signIn(running.url, people.administrator);
  const { caller } = await makeKey(ada, { permissions: ["view:stock"] });
  const statuses: number[] = [];
  for (let at = 0; at < 22; at += 1) {
    const answer = await stranger.ask("{ __typename }", {}, { authorization: `Bearer tr_${at}` });
    statuses.push(answer.status);
    const wait = Number(answer.headers.get("retry-after"));
    if (answer.status === 429) expect(wait).toBeGreaterThan(14 * 60);
  }
  expect(statuses).toEqual([...Array<number>(20).fill(401), 429, 429]);
  expect((await caller.ask("{ __typename }")).status).toBe(200);
  const sprayed = SpeakingSocket.greet(running.url, { authorization: "Bearer tr_more" });
  await expect(sprayed).rejects.toThrow("4403");
  await letPass(window_);
  const again = await stranger.ask("{ __typename }", {}, { authorization: "Bearer tr_again" });
  expect(again.status).toBe(401);
});

test("control: at the open door two passwords fit in one request, and ten requests in one", async () => {
  const open: OpenDoor = await startOpenDoor({ databaseUrl: running.databaseUrl });
  const attempt = `signIn(input: { email: "x@y.example", password: "wrong-word" }) { __typename }`;
  const outside = new Caller(open.url);
  const aliased = await outside.ask(`mutation { a: ${attempt} b: ${attempt} }`);
  expect(Object.keys(aliased.data)).toEqual(["a", "b"]);
  const batch = Array<object>(10).fill({ query: `mutation { ${attempt} }` });
  const { text } = await outside.send({ body: JSON.stringify(batch) });
  expect(text.match(/SignInRejected/gu)).toHaveLength(10);
  await open.close();
});

test("control: without the memory of tries the eleventh password is looked at", async () => {
  const email = "forgotten@tallyroom.example";
  const outcomes: Outcome[] = [];
  for (let at = 0; at < 12; at += 1) {
    outcomes.push(await tryPassword(email, "wrong-word"));
    await owner.query("delete from sign_in_attempt");
  }
  expect(countOf(outcomes, "WRONG_EMAIL_OR_PASSWORD")).toBe(12);
});
