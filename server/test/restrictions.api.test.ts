import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { people, signIn, warehouseIds, type Caller } from "./door/caller.ts";

let running: RunningServer;
let ines: Caller;
let petra: Caller;
let maria: Caller;
let warehouseId: string;
let itemId: string;
let locationId: string;

const ask = async (document: string, variables: object = {}, caller = ines) => {
  const { data, errors, text } = await caller.ask(document, variables as never);
  if (errors[0]) throw new Error(text);
  return data;
};

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  ines = await signIn(running.url, people.supervisor);
  petra = await signIn(running.url, people.administrator);
  maria = await signIn(running.url, people.counter);
  warehouseId = (await warehouseIds(ines))["MAIN"] ?? "";
  const { items, quants } = await ask(
    `query ($w: ID!) { items(first: 1, filter: { tracking: { eq: BULK } }) { nodes { id } }
      quants(warehouseId: $w, first: 1) { nodes { location { id } } } }`,
    { w: warehouseId },
  );
  itemId = items.nodes[0].id;
  locationId = quants.nodes[0].location.id;
});
afterAll(() => running.stop());

const CLOSE = `mutation ($input: CloseOffLocationInput!) { closeOffLocation(input: $input) {
  ... on LocationClosedOff { closeOff {
    id mode reason isCurrent owner { name } location { id } steps { kind actor { name } } } }
  ... on CloseOffLocationRejected { reason message } } }`;
const MOVE = `mutation ($input: RecordStockMovesInput!) { recordStockMoves(input: $input) {
  ... on StockMovesRecorded { inClosedPlaces { overrideReason closeOff { id } move { quantity } } }
  ... on StockMovesRejected { rejections { reason message
    closeOff { id reason owner { name } expiresAt } hold { id reason item { id } } } } } }`;

let made = 0;
async function receive(given: object = {}, caller = ines) {
  const move = { externalId: `closed ${(made += 1)}`, kind: "RECEIPT", itemId, locationId };
  const moves = [{ ...move, quantity: "1", effectiveAt: new Date().toISOString() }];
  return (await ask(MOVE, { input: { warehouseId, moves, ...given } }, caller)).recordStockMoves;
}

test("a place is closed off, tells who is in the way, is passed over with a reason, and opened", async () => {
  const input = { locationId, mode: "DENY", reason: "a spill", expiresAt: inAnHour() };
  const { closeOff } = (await ask(CLOSE, { input })).closeOffLocation;
  expect(closeOff).toMatchObject({ mode: "DENY", isCurrent: true, location: { id: locationId } });
  const { rejections } = await receive();
  expect(rejections).toMatchObject([
    { reason: "LOCATION_CLOSED_OFF", closeOff: { id: closeOff.id, reason: "a spill" }, hold: null },
  ]);
  const passed = await receive({ closeOffOverride: "the truck waits" });
  expect(passed.inClosedPlaces).toMatchObject([
    { overrideReason: "the truck waits", closeOff: { id: closeOff.id } },
  ]);
  const END = `mutation ($input: EndCloseOffInput!) { endCloseOff(input: $input) {
    ... on CloseOffChanged { closeOff { isCurrent steps { kind reason }
      moves(first: 5) { totalCount nodes { overrideReason } } } }
    ... on ChangeCloseOffRejected { reason } } }`;
  const asked = { closeOffId: closeOff.id };
  expect((await ask(END, { input: asked }, petra)).endCloseOff.reason).toBe("NOT_THE_OWNER");
  const { endCloseOff } = await ask(END, { input: { ...asked, reason: "it is dry" } }, petra);
  expect(endCloseOff.closeOff).toMatchObject({
    isCurrent: false,
    steps: [{ kind: "MADE" }, { kind: "ENDED", reason: "it is dry" }],
    moves: { totalCount: 1 },
  });
  expect((await receive()).inClosedPlaces).toEqual([]);
});

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

test("a place that warns lets moves through, and says so", async () => {
  const input = { locationId, mode: "WARN", reason: "a count", expiresAt: inAnHour() };
  const { closeOff } = (await ask(CLOSE, { input })).closeOffLocation;
  const { inClosedPlaces } = await receive();
  expect(inClosedPlaces).toMatchObject([{ overrideReason: null, closeOff: { id: closeOff.id } }]);
});

test("stock on hold is named with its reason", async () => {
  const HOLD = `mutation ($input: PlaceHoldInput!) { placeHold(input: $input) {
    ... on HoldPlaced { hold { id reason placedBy { name } item { id } lot { id } } } } }`;
  const input = { warehouseId, itemId, reason: "a recall" };
  const { hold } = (await ask(HOLD, { input })).placeHold;
  const { rejections } = await receive();
  expect(rejections).toMatchObject([
    { reason: "ON_HOLD", hold: { id: hold.id, reason: "a recall", item: { id: itemId } } },
  ]);
  const list = `query ($w: ID!) { stockHolds(warehouseId: $w) { nodes { id } }
    closeOffs(warehouseId: $w) { nodes { mode } } }`;
  const listed = await ask(list, { w: warehouseId });
  expect(listed).toMatchObject({ stockHolds: { nodes: [{ id: hold.id }] } });
});

test.each([
  ["REASON_MISSING", { reason: " ", expiresAt: inAnHour() }],
  ["EXPIRES_IN_THE_PAST", { reason: "a spill", expiresAt: "2020-01-01T00:00:00Z" }],
])("a place is not closed off: %s", async (reason, given) => {
  const input = { locationId, mode: "DENY", ...given };
  expect((await ask(CLOSE, { input })).closeOffLocation.reason).toBe(reason);
});

test("a counter neither closes places off nor passes over them", async () => {
  const input = { locationId, mode: "DENY", reason: "a spill", expiresAt: inAnHour() };
  const { errors } = await maria.ask(CLOSE, { input } as never);
  expect(errors[0]?.extensions?.["code"]).toBe("FORBIDDEN");
});
