import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import {
  createDatabase,
  startRunningServer,
  type RunningServer,
} from "../../tools/testing/running-server.ts";
import { Caller, people, signIn, warehouseIds } from "./door/caller.ts";
import {
  hostileDocuments,
  type HostileDocument,
  type Operation,
} from "./door/hostile-documents.ts";
import { startOpenDoor, type OpenDoor } from "./door/open-door.ts";
import { SpeakingSocket } from "./door/speaking-socket.ts";
import { openStatementTap, type StatementTap } from "./door/statement-tap.ts";

const seed = "hostile 1";
const refusals =
  /"code":"(DOCUMENT_TOO_COMPLEX|BAD_USER_INPUT|GRAPHQL_(PARSE|VALIDATION)_FAILED)"/u;
const promisedMs = 20;

let tap: StatementTap;
let running: RunningServer;
let open: OpenDoor;
let ada: Caller;
let w: string;
/** Statements that find out who asks; they come once a second, whatever is asked. */
let identifying: Set<string>;

beforeAll(async () => {
  const postgresUrl = inject("postgresUrl");
  tap = await openStatementTap(await createDatabase({ postgresUrl }));
  running = await startRunningServer({ postgresUrl, databaseUrl: tap.url });
  open = await startOpenDoor({ databaseUrl: running.databaseUrl });
  ada = await signIn(running.url, people.administrator);
  w = (await warehouseIds(ada))["MAIN"] ?? "";
  const other = await signIn(running.url, people.supervisor);
  const { statements } = await tap.during(async () => {
    await other.ask("{ __typename }");
    const socket = await SpeakingSocket.greet(running.url, other.headers);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    socket.close();
  });
  identifying = new Set(statements);
});
afterAll(async () => {
  await open.close();
  await running.stop();
  await tap.close();
});

const query: Operation = {
  around: (selection, more = "") =>
    `query ($w: ID! ${more}) { quants(warehouseId: $w, first: 1) { ${selection} } }`,
  leaf: "totalCount",
  type: "QuantConnection",
};
const subscription: Operation = {
  around: (selection, more = "") =>
    `subscription ($w: ID! ${more}) { stockFeed(warehouseId: $w) { ${selection} } }`,
  leaf: "cursor",
  type: "StockFeedFrame",
};

interface Outcome {
  what: string;
  answer: string;
  ms: number;
}

function payloadOf({ query: text, variable }: Omit<HostileDocument, "what">): string {
  const variables = [`"w": ${JSON.stringify(w)}`, ...(variable ? [variable] : [])].join(", ");
  return `{"query": ${JSON.stringify(text)}, "variables": {${variables}}}`;
}

async function overHttp(url: string, documents: HostileDocument[]): Promise<Outcome[]> {
  const caller = new Caller(url, ada.headers);
  const outcomes: Outcome[] = [];
  for (const { what, ...document } of documents) {
    const begun = performance.now();
    const answer = (await caller.send({ body: payloadOf(document) })).text;
    outcomes.push({ what, answer, ms: performance.now() - begun });
  }
  return outcomes;
}

async function overSocket(url: string, documents: HostileDocument[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let socket = await SpeakingSocket.greet(url, ada.headers);
  for (const [at, { what, ...document }] of documents.entries()) {
    const begun = performance.now();
    socket.say(`{"type":"subscribe","id":"${at}","payload":${payloadOf(document)}}`);
    const next = await socket.next().catch(() => null);
    const answer = next ? JSON.stringify(next) : JSON.stringify(await socket.closed);
    outcomes.push({ what, answer, ms: performance.now() - begun });
    if (!next) socket = await SpeakingSocket.greet(url, ada.headers);
  }
  socket.close();
  return outcomes;
}

function medianOf(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Kinds of which half take longer than promised. */
function slowKinds(outcomes: Outcome[]): string[] {
  return [...Map.groupBy(outcomes, ({ what }) => what)]
    .map(([what, all]) => ({ what, ms: medianOf(all.map(({ ms }) => ms)) }))
    .filter(({ ms }) => ms > promisedMs)
    .map(({ what, ms }) => `${what}: ${ms.toFixed(1)} ms`);
}

const channels = [
  ["HTTP", overHttp, query, refusals],
  // A message above 64 KiB is refused by its length alone.
  ["a socket", overSocket, subscription, new RegExp(`${refusals.source}|"code":1009`, "u")],
] as const;

describe.each(channels)(
  "T34: 200 hostile documents over %s",
  (_channel, send, operation, refused) => {
    test(`are refused before any statement, in a median of ${promisedMs} ms at most`, async () => {
      const documents = hostileDocuments(seed, 200, operation);
      const { result, statements } = await tap.during(() => send(running.url, documents));
      const letIn = result.filter(({ answer }) => !refused.test(answer));
      expect(letIn.map(({ what, answer }) => `${what}: ${answer.slice(0, 200)}`)).toEqual([]);
      expect(statements.filter((text) => !identifying.has(text))).toEqual([]);
      expect(slowKinds(result)).toEqual([]);
    });
  },
);

test("control: at the open door some of them are answered, and reach the database", async () => {
  const harmless = ["more than 15 aliases", "directives on many fields", "fragments that double"];
  const documents = hostileDocuments(seed, 100, query).filter(({ what }) =>
    harmless.includes(what),
  );
  const { result, statements } = await tap.during(() => overHttp(open.url, documents));
  expect(result.filter(({ answer }) => answer.includes('"totalCount"')).length).toBeGreaterThan(5);
  expect(statements.filter((text) => text.includes("from quant")).length).toBeGreaterThan(5);
});
