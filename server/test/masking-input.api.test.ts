import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { Caller, people, signIn, warehouseIds } from "./door/caller.ts";
import { internalStringsIn } from "./door/internal-strings.ts";
import { startOpenDoor, type OpenDoor } from "./door/open-door.ts";
import { feedQuery, SpeakingSocket } from "./door/speaking-socket.ts";

let running: RunningServer;
let open: OpenDoor;
let ines: Caller;
let w: string;

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  open = await startOpenDoor({ databaseUrl: running.databaseUrl });
  ines = await signIn(running.url, people.supervisor);
  w = (await warehouseIds(ines))["MAIN"] ?? "";
});
afterAll(async () => {
  await open.close();
  await running.stop();
});

const json = (query: string, variables: object = {}) => ({
  body: JSON.stringify({ query, variables }),
});
const items = (args: string) => json(`{ items(${args}) { totalCount nodes { id } } }`);
const quants =
  (args: string, head = "", more: object = {}) =>
  () =>
    json(
      `query ($w: ID! ${head}) { quants(warehouseId: $w, ${args}) { totalCount nodes { id } } }`,
      { w, ...more },
    );
const save = (input: object) =>
  json("mutation ($i: SaveItemInput!) { saveItem(input: $i) { __typename } }", {
    i: { sku: "T38", description: "T38", tracking: "BULK", unitCode: "EA", ...input },
  });
const cursor = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString("base64url");
const id = (text: string) => Buffer.from(text).toString("base64url");
const chinese = Array.from({ length: 3_000 }, (_, at) =>
  String.fromCharCode(0x4e00 + ((at * 7919) % 20_000)),
).join("");

type Sent = RequestInit & { path?: string };
/** Nobody meant well who sent these; the answer is a coded no, and never a fault. */
const mistakes: [string, Sent | (() => Sent)][] = [
  [
    "U+0000 in a variable",
    () => json("query ($s: String) { items(search: $s) { totalCount } }", { s: "a\0" }),
  ],
  ["U+0000 in a literal", items(String.raw`search: "\u0000"`)],
  [
    "U+0000 in a filter",
    quants("filter: $f", "$f: QuantFilter", { f: { lotCode: { contains: "\0" } } }),
  ],
  [
    "U+0000 within an id",
    json(
      'query ($id: ID!) { node(id: $id) { id } quantityAt(quantId: $id, instant: "2026-11-21T00:00:00Z") }',
      { id: id("User:\0") },
    ),
  ],
  ["U+0000 within a cursor", items(`after: "${cursor("\0", "1")}"`)],
  [
    "half a character",
    json("query ($s: String) { items(search: $s) { totalCount } }", { s: "\ud800" }),
  ],
  ["a whole number beyond 32 bits", items("first: 99999999999")],
  [
    "a number beyond all numbers",
    {
      body: '{"query":"query ($n: Int) { items(first: $n) { totalCount } }","variables":{"n":1e999}}',
    },
  ],
  [
    "an id beyond all rows",
    json("query ($id: ID!) { node(id: $id) { id } }", { id: id(`Item:${"9".repeat(30)}`) }),
  ],
  ["a decimal with seven places", quants('filter: { quantityOnHand: { gt: "0.1234567" } }')],
  [
    "a decimal of 40 digits",
    quants("filter: $f", "$f: QuantFilter", { f: { quantityOnHand: { gt: "9".repeat(40) } } }),
  ],
  [
    "a fraction that is no text",
    quants("filter: $f", "$f: QuantFilter", { f: { quantityOnHand: { gt: 0.1 } } }),
  ],
  ["the year 0", quants('filter: { expiresOn: { eq: "0000-01-01" } }')],
  [
    "30 February",
    quants("filter: $f", "$f: QuantFilter", { f: { expiresOn: { eq: "2026-02-30" } } }),
  ],
  [
    "an instant that is none",
    () =>
      json(
        'query ($w: ID!) { stockMoves(warehouseId: $w, filter: { effectiveAt: { gt: "yesterday" } }) { totalCount } }',
        { w },
      ),
  ],
  ["a cursor that is none", items('after: "abc"')],
  ["a cursor of another list", items(`after: "${cursor("2026-11-21 00:00:00+00", "x")}"`)],
  ["a page of 900", items("first: 900")],
  ["first and last", items("first: 1, last: 1")],
  ["251 values of in", items(`filter: { sku: { in: [${'"x" '.repeat(251)}] } }`)],
  [
    "251 places to look within",
    quants(`filter: { withinLocationId: { in: [${'"x" '.repeat(251)}] } }`),
  ],
  [
    "a variable of another type",
    json("query ($n: Int!) { items(first: $n) { totalCount } }", { n: "ten" }),
  ],
  ["a variable that is missing", json("query ($n: Int!) { items(first: $n) { totalCount } }")],
  [
    "a field that an input does not have",
    json("query ($f: ItemFilter) { items(filter: $f) { totalCount } }", { f: { price: 1 } }),
  ],
  ["a syntax error", json("{ items(")],
  [
    "an unknown operation",
    { body: '{"query":"query A { __typename } query B { __typename }","operationName":"C"}' },
  ],
  ["two operations and no name", json("query A { __typename } query B { __typename }")],
  ["an unknown field", json("{ itmes { totalCount } }")],
  ["an unknown directive", json('{ __typename @export(as: "x") }')],
  ["a subscription over HTTP", () => json(feedQuery, { warehouseId: w })],
  ["a name too long for its index", save({ sku: chinese })],
  ["a category too long for its index", save({ categoryName: chinese })],
  ["a shelf life of less than nothing", save({ shelfLifeDays: -5 })],
  [
    "two packs of one unit",
    save({
      packs: [
        { unitCode: "CS", factor: 2 },
        { unitCode: "CS", factor: 3 },
      ],
    }),
  ],
  [
    "variables nested 50,000 deep",
    {
      body: `{"query":"query ($f: ItemFilter) { items(filter: $f) { totalCount } }","variables":{"f":${"[".repeat(50_000)}${"]".repeat(50_000)}}}`,
    },
  ],
  ["no JSON", { body: "{" }],
  ["a list of operations", { body: '[{"query":"{ __typename }"}]' }],
  ["nothing", { body: "" }],
  ["__proto__", { body: '{"query":"{ __typename }","variables":{"__proto__":{"x":1}}}' }],
  [
    "a persisted query",
    { body: `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"${"0".repeat(64)}"}}}` },
  ],
  [
    "a form",
    {
      body: "query={__typename}",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    },
  ],
  ["3 MB", json("{ __typename }", { s: "x".repeat(3_000_000) })],
  ["an address that is none", { method: "GET", path: "/%c0%80%zz" }],
  ["a GET without a preflight", { method: "GET", path: "/graphql?query={__typename}" }],
];

const answerTo = (url: string, sent: Sent | (() => Sent)) =>
  new Caller(url, ines.headers).send(typeof sent === "function" ? sent() : sent);

test.each(mistakes)(
  "T38: %s is refused in clear words, or holds nothing wrong",
  async (_what, sent) => {
    const { text, errors, status } = await answerTo(running.url, sent);
    expect(internalStringsIn(text), text).toEqual([]);
    expect(text).not.toContain("INTERNAL");
    expect(status).toBeLessThan(500);
    for (const { message, extensions } of errors) {
      expect(message).toMatch(/^.{10,}$/su);
      expect(extensions?.code).toMatch(/^[A-Z_]+$/u);
    }
  },
);

const socketMistakes: [string, object][] = [
  ["U+0000 in a variable", { query: feedQuery, variables: { warehouseId: "\0" } }],
  ["a cursor that is none", { query: feedQuery, variables: { warehouseId: "MAIN", after: "abc" } }],
  [
    "a cursor ahead of the ledger",
    { query: feedQuery, variables: { warehouseId: "MAIN", after: id("stock:999999999") } },
  ],
  [
    "a cursor with a fraction",
    { query: feedQuery, variables: { warehouseId: "MAIN", after: id("stock:1.5") } },
  ],
  ["a variable of another type", { query: feedQuery, variables: { warehouseId: { no: "id" } } }],
  ["a variable that is missing", { query: feedQuery }],
  ["a syntax error", { query: "subscription {" }],
  [
    "an unknown operation",
    { query: feedQuery, operationName: "Other", variables: { warehouseId: "MAIN" } },
  ],
  ["an unknown field", { query: "subscription { stokFeed { cursor } }" }],
  ["variables nested 5,000 deep", { query: feedQuery, variables: { warehouseId: "DEEP" } }],
];

async function socketAnswerTo(url: string, payload: object): Promise<string> {
  const socket = await SpeakingSocket.greet(url, ines.headers);
  try {
    socket.say(
      JSON.stringify({ type: "subscribe", id: "1", payload })
        .replace('"MAIN"', JSON.stringify(w))
        .replace('"DEEP"', "[".repeat(5_000) + "]".repeat(5_000)),
    );
    return JSON.stringify(await socket.next());
  } catch {
    return JSON.stringify(await socket.closed);
  } finally {
    socket.close();
  }
}

test.each(socketMistakes)(
  "T38: over a socket, %s is refused in clear words",
  async (_what, payload) => {
    const text = await socketAnswerTo(running.url, payload);
    expect(internalStringsIn(text), text).toEqual([]);
    expect(text).not.toContain("INTERNAL");
    expect(text).toMatch(/"code":"(BAD_USER_INPUT|GRAPHQL_\w+|DOCUMENT_TOO_COMPLEX)"/u);
  },
);

describe("control", () => {
  test("the open door tells of its inside", async () => {
    const told: string[] = [];
    for (const [what, sent] of mistakes)
      if (internalStringsIn((await answerTo(open.url, sent)).text).length > 0) told.push(what);
    expect(told.length).toBeGreaterThan(mistakes.length / 2);
  });

  test("words that are meant for people are not taken for internal ones", () => {
    expect(internalStringsIn("A page has 0 to 250 rows, not 900.")).toEqual([]);
    expect(internalStringsIn('relation "ledger_head" does not exist')).toHaveLength(2);
    expect(internalStringsIn("at Parser.parse (/srv/app/main.js:31:10)")).toContain("a stack");
  });
});
