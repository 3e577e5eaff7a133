import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { makeKey, people, signIn, warehouseIds } from "./door/caller.ts";
import { ownerOf } from "./door/database-owner.ts";
import { startOpenDoor, type OpenDoor } from "./door/open-door.ts";
import { feedQuery, SpeakingSocket } from "./door/speaking-socket.ts";

let running: RunningServer;
let open: OpenDoor;
let warehouseId: string;
let stockViewer: Record<string, string>;

beforeAll(async () => {
  // The open door's library tells the console of what it could not read.
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  open = await startOpenDoor({ databaseUrl: running.databaseUrl });
  const ines = await signIn(running.url, people.supervisor);
  warehouseId = (await warehouseIds(ines))["MAIN"] ?? "";
  stockViewer = (await makeKey(ines, { permissions: ["view:stock"] })).caller.headers;
});
afterAll(async () => {
  await open.close();
  await running.stop();
});

const nobody = () => ({});
const viewer = () => stockViewer;
const feed = (selection: string, head = "($warehouseId: ID!)") =>
  `subscription ${head} { stockFeed(warehouseId: $warehouseId) { ${selection} } }`;
const aliases = Array.from({ length: 101 }, (_, at) => `a${at}: cursor`).join(" ");
const deep = `${"... { ".repeat(20)}cursor${" }".repeat(20)}`;
const rows =
  "moves { quant { item { quants(warehouseId: $warehouseId, first: 250) { nodes { item {";
const costly = `${rows} quants(warehouseId: $warehouseId, first: 250) { nodes { id } } } } } } } }`;

/** What is tried, by whom, and the only answer that will do. */
const attempts: [string, () => Record<string, string>, string, string][] = [
  ["101 aliases", viewer, feed(aliases), "error DOCUMENT_TOO_COMPLEX"],
  ["a deep document", viewer, feed(deep), "error DOCUMENT_TOO_COMPLEX"],
  ["2,100 tokens", viewer, feed("cursor ".repeat(2_100)), "error DOCUMENT_TOO_COMPLEX"],
  ["a page of pages", viewer, feed(costly), "error DOCUMENT_TOO_COMPLEX"],
  ["introspection by nobody", nobody, "{ __schema { types { name } } }", "closed 4403"],
  ["a feed for nobody", nobody, feed("cursor"), "closed 4403"],
  ["a query", viewer, "{ installation { version } }", "error BAD_USER_INPUT"],
  ["a mutation", viewer, "mutation { signOut { isSignedOut } }", "error BAD_USER_INPUT"],
  ["a field beyond the key", viewer, feed("moves { quantity }"), "error FORBIDDEN"],
  [
    "a field let in by a default",
    viewer,
    feed("moves { quantity @include(if: $yes) }", "($warehouseId: ID!, $yes: Boolean = true)"),
    "error FORBIDDEN",
  ],
  ["a typing mistake", viewer, feed("cursr"), "error GRAPHQL_VALIDATION_FAILED"],
  ["no GraphQL", viewer, "subscription {", "error GRAPHQL_PARSE_FAILED"],
  [
    "U+0000",
    viewer,
    `subscription { stockFeed(warehouseId: "\\u0000") { cursor } }`,
    "error BAD_USER_INPUT",
  ],
];

/** The first that comes back: `next`, `error CODE`, `closed CODE`. */
async function answerTo(url: string, headers: Record<string, string>, query: string) {
  const socket = await SpeakingSocket.open(url, { headers });
  try {
    socket.say({ type: "connection_init" });
    await socket.next();
    socket.subscribe("1", query, { warehouseId });
    const { type, payload } = await socket.nextOf("1");
    return type === "error" ? `error ${payload[0].extensions?.code}` : type;
  } catch {
    return `closed ${(await socket.closed).code}`;
  } finally {
    socket.close();
  }
}

describe.each(attempts)("T33: %s", (_what, who, query, expected) => {
  test(`is answered ${expected}`, async () => {
    expect(await answerTo(running.url, who(), query)).toBe(expected);
  });

  test("control: the open door answers otherwise", async () => {
    expect(await answerTo(open.url, who(), query)).not.toBe(expected);
  });
});

const foreign: Record<string, string>[] = [
  { origin: "https://elsewhere.example" },
  { origin: "null" },
  { origin: "http://localhost:1" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
];

test.each(foreign)("T33: an upgrade with %j is refused", async (headers) => {
  const proof = { ...stockViewer, ...headers };
  await expect(SpeakingSocket.open(running.url, { headers: proof })).rejects.toThrow("403");
  (await SpeakingSocket.open(open.url, { headers: proof })).close();
});

/** How many of the subscriptions run after trying more than a socket may carry. */
async function countRunning(url: string, tries: number): Promise<number> {
  const socket = await SpeakingSocket.greet(url, stockViewer);
  for (let at = 0; at < tries; at += 1) socket.subscribe(`s${at}`, feedQuery, { warehouseId });
  let count = 0;
  for (let at = 0; at < tries; at += 1) if ((await socket.next()).type === "next") count += 1;
  socket.close();
  return count;
}

test("T33: of 40 subscriptions on one socket 20 run; at the open door all", async () => {
  expect(await countRunning(running.url, 40)).toBe(20);
  expect(await countRunning(open.url, 40)).toBe(40);
});

/** The text of an error that the database causes while somebody subscribes. */
async function brokenFeed(url: string): Promise<string> {
  const owner = await ownerOf(running.databaseUrl);
  await owner.query("alter table ledger_head rename to ledger_head_away");
  try {
    const socket = await SpeakingSocket.greet(url, stockViewer);
    socket.subscribe("1", feedQuery, { warehouseId });
    const answer = await socket.nextOf("1");
    socket.close();
    return JSON.stringify(answer);
  } finally {
    await owner.query("alter table ledger_head_away rename to ledger_head");
    await owner.end();
  }
}

test("T33: a fault is masked, with a trace id; the open door tells of the table", async () => {
  const answer = await brokenFeed(running.url);
  expect(answer).not.toContain("ledger_head");
  expect(answer).toMatch(/"code":"INTERNAL","traceId":"[0-9a-f-]{36}"/u);
  expect(await brokenFeed(open.url)).toContain("ledger_head");
});
