import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { Caller, makeKey, people, signIn, warehouseIds } from "./door/caller.ts";
import { startOpenDoor, type OpenDoor } from "./door/open-door.ts";

let running: RunningServer;
let open: OpenDoor;
let narrow: Caller;
let ada: Caller;
let w: string;

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  open = await startOpenDoor({ databaseUrl: running.databaseUrl });
  ada = await signIn(running.url, people.administrator);
  narrow = (await makeKey(ada, { permissions: ["view:catalogue", "view:stock"] })).caller;
  w = (await warehouseIds(ada))["MAIN"] ?? "";
});
afterAll(async () => {
  await open.close();
  await running.stop();
});

const cost = (inside: string, head = "") =>
  `query ${head} { items(first: 1) { nodes { ${inside} } } }`;
const stock = (args: string, head = "") =>
  `query ($w: ID! ${head}) { quants(warehouseId: $w, first: 1, ${args}) { totalCount } }`;
const above = { quantityOnHand: { gt: "0" } };

/** The cost, or a condition on the quantity, by every way a document has of saying the same. */
const disguises: [string, string, object?][] = [
  ["in plain sight", cost("unitCost")],
  ["under an alias", cost("sku: unitCost")],
  ["in an inline fragment", cost("... { ... on Item { unitCost } }")],
  ["in a fragment", `${cost("...A")} fragment A on Item { ...B } fragment B on Item { unitCost }`],
  ["through edges", "{ items(first: 1) { edges { node { unitCost } } } }"],
  ["through node", cost("id").replace("id", "... on Node { ... on Item { unitCost } }")],
  ["included by a default", cost("unitCost @include(if: $c)", "($c: Boolean = true)")],
  ["included by a variable", cost("unitCost @include(if: $c)", "($c: Boolean!)"), { c: true }],
  ["not skipped by a default", cost("unitCost @skip(if: $c)", "($c: Boolean = false)")],
  [
    "in a fragment not skipped",
    `query ($c: Boolean = false) { items(first: 1) { nodes { ...A @skip(if: $c) } } } fragment A on Item { unitCost }`,
  ],
  ["filter by a literal", stock(`filter: { quantityOnHand: { gt: "0" } }`)],
  ["filter by a variable", stock("filter: $f", "$f: QuantFilter"), { f: above }],
  ["filter by a default", stock("filter: $f", `$f: QuantFilter = { quantityOnHand: { gt: "0" } }`)],
  [
    "filter by an inner variable",
    stock("filter: { quantityOnHand: $d }", "$d: DecimalFilter"),
    { d: { gt: "0" } },
  ],
  ["order by a literal", stock("orderBy: { field: QUANTITY_ON_HAND, direction: ASC }")],
  [
    "order by a variable",
    stock("orderBy: $o", "$o: QuantOrder"),
    { o: { field: "QUANTITY_ON_HAND", direction: "ASC" } },
  ],
  [
    "order by a default",
    stock("orderBy: $o", "$o: QuantOrder = { field: QUANTITY_ON_HAND, direction: ASC }"),
  ],
  [
    "order by an inner default",
    stock("orderBy: { field: $o, direction: ASC }", "$o: QuantOrderField = QUANTITY_ON_HAND"),
  ],
];

const ask = (caller: Caller, query: string, variables: object = {}) =>
  caller.ask(query, { ...(query.includes("$w") ? { w } : {}), ...variables });

test.each(disguises)(
  "T35: %s, what needs a permission is refused",
  async (_how, query, variables) => {
    const answer = await ask(narrow, query, variables);
    expect([answer.status, answer.code, answer.data]).toEqual([403, "FORBIDDEN", undefined]);
  },
);

test("control: each of the disguises gets through at the open door", async () => {
  const stranger = new Caller(open.url, narrow.headers);
  for (const [how, query, variables] of disguises) {
    const { data, text } = await ask(stranger, query, variables);
    expect(data, `${how}: ${text}`).toBeTruthy();
  }
});

test("T35: what is left out is not refused", async () => {
  const left = cost("sku unitCost @include(if: $c)", "($c: Boolean = false)");
  expect((await ask(narrow, left)).errors).toEqual([]);
  expect((await ask(narrow, left, { c: true })).code).toBe("FORBIDDEN");
  const skipped = cost("sku ... @skip(if: true) { unitCost }");
  expect((await ask(narrow, skipped)).errors).toEqual([]);
});

const wrongSignIn = `signIn(input: { email: "x@y.example", password: "not the password" }) { __typename }`;
const signOut = "signOut { isSignedOut }";
const notAlone = [
  `mutation { a: ${wrongSignIn} b: ${wrongSignIn} }`,
  `mutation { ${signOut} ${wrongSignIn} }`,
  `mutation { ...F } fragment F on Mutation { ${wrongSignIn} ${signOut} }`,
  `mutation { ...F } fragment F on Mutation { ${signOut} saveItem(input: { sku: "", description: "", tracking: BULK, unitCode: "EA" }) { __typename } }`,
  `mutation { ... { ...F ... on Mutation { ${wrongSignIn} } } } fragment F on Mutation { ${signOut} }`,
];

test.each(notAlone)("T43: %s is refused: who asks must not change under way", async (query) => {
  const { status, errors } = await ada.ask(query);
  expect(status).toBe(400);
  expect(errors[0]?.message).toMatch(/must be the only field of its mutation/u);
  expect((await ada.ask("{ viewer { permissions } }")).data.viewer).not.toBeNull();
});
