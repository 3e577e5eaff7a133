import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { buildWorld, type World } from "./worlds/build-world.ts";
import { closeCount, openBlindCount } from "./worlds/count-in-world.ts";
import { selectFor } from "./worlds/selection-of.ts";
import { createSchema } from "../src/schema.ts";

const books = { bolts: "10", nuts: "7", paint: "5", drills: ["S1", "S2"] };
const countedAt = new Date(Date.now() - 60_000).toISOString();

let running: RunningServer;
let world: World;
let made = 0;

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl"), demo: "off" });
  world = await buildWorld(running.url, books);
  selectFor(await createSchema(), new Set());
  await openBlindCount(world, "count", ["BOLT", "PAINT", "DRILL"]);
  await openBlindCount(world, "over", ["NUT"]);
  await closeCount(world, "over");
});
afterAll(() => running.stop());

type Given = Record<string, unknown>;

/** An entry that is sound but for what is given. */
function entry(given: Given = {}): Given {
  made += 1;
  const { ids } = world;
  const sound = { itemId: ids["BOLT"], locationId: ids["A-1"], quantity: "1" };
  return { externalId: `e${made}`, mode: "ADD", ...sound, countedAt, clockOffsetMs: 0, ...given };
}

const RECORD = `mutation ($input: RecordObservationsInput!) {
  recordObservations(input: $input) {
    results { __typename ... on ObservationRejected { reason message } } } }`;

function record(observations: Given[], session = "count") {
  const input = { sessionId: world.ids[session] ?? session, observations };
  return world.counter.ask(RECORD, { input });
}

async function entriesStored(): Promise<number> {
  const list = `{ countSession(id: "${world.ids["count"] ?? ""}") { progressByCounter { entries } } }`;
  const { data } = await world.supervisor.ask(list);
  const counters = data.countSession.progressByCounter as { entries: number }[];
  return counters.reduce((sum, { entries }) => sum + entries, 0);
}

/** Each has its own reason and a sentence; what stands before and after it in its batch is recorded. */
const wrong: [what: string, reason: string, given: () => Given][] = [
  ["an unknown item", "ITEM_UNKNOWN", () => ({ itemId: "bm90aGluZw" })],
  ["an unknown place", "LOCATION_UNKNOWN", () => ({ locationId: "bm90aGluZw" })],
  ["a place that is no longer used", "LOCATION_INACTIVE", () => ({ locationId: world.ids["old"] })],
  ["a negative quantity", "QUANTITY_NEGATIVE", () => ({ quantity: "-1" })],
  ["no quantity", "QUANTITY_MISSING", () => ({ quantity: null })],
  ["decimals of an indivisible unit", "QUANTITY_TOO_PRECISE", () => ({ quantity: "1.5" })],
  ["a unit without a factor", "UNIT_UNKNOWN", () => ({ unitCode: "PALLET" })],
  ["serials of a bulk item", "SERIALS_UNEXPECTED", () => ({ serials: ["S1"] })],
  [
    "a quantity of an item told by serial",
    "SERIALS_MISSING",
    () => ({ itemId: world.ids["DRILL"], quantity: "2" }),
  ],
  ["an item told by lots without its lot", "LOT_MISSING", () => ({ itemId: world.ids["PAINT"] })],
  ["a line of nowhere", "LINE_UNKNOWN", () => ({ lineId: "bm90aGluZw" })],
  ["no id of its own", "EXTERNAL_ID_MISSING", () => ({ externalId: " " })],
  ["a skip without a reason", "REASON_MISSING", () => ({ mode: "SKIP", quantity: null })],
];

test.each(wrong)(
  "bad input: %s is %s, and the rest of the batch is recorded",
  async (_, reason, given) => {
    if (reason === "LOCATION_INACTIVE") await closeDown("A-9");
    const { data, text } = await record([entry(), entry(given()), entry()]);
    expect(data?.recordObservations.results, text).toEqual([
      { __typename: "ObservationRecorded" },
      {
        __typename: "ObservationRejected",
        reason,
        message: expect.stringMatching(/^[A-Z].*\.$/u) as string,
      },
      { __typename: "ObservationRecorded" },
    ]);
  },
);

async function closeDown(code: string): Promise<void> {
  const place = { warehouseId: world.warehouseId, code, name: code, kind: "STORAGE" };
  const save = `mutation ($input: SaveLocationInput!) {
    saveLocation(input: $input) { ... on LocationSaved { location { id } } } }`;
  const { data } = await world.supervisor.ask(save, { input: { ...place, isActive: false } });
  world.ids["old"] = data.saveLocation.location.id;
}

test("bad input: an id that is used again with other content is told apart", async () => {
  const first = entry({ externalId: "twice" });
  const { data } = await record([first, { ...first, quantity: "2" }, first, entry()]);
  expect(data.recordObservations.results).toMatchObject([
    { __typename: "ObservationRecorded" },
    { __typename: "ObservationRejected", reason: "EXTERNAL_ID_REUSED" },
    { __typename: "ObservationAlreadyRecorded" },
    { __typename: "ObservationRecorded" },
  ]);
});

test("bad input: a count that is over takes nothing that was seen after", async () => {
  const late = { itemId: world.ids["NUT"], countedAt: new Date(Date.now() - 1).toISOString() };
  const { data, text } = await record([entry(late)], "over");
  expect(data?.recordObservations.results, text).toMatchObject([{ reason: "SESSION_CLOSED" }]);
});

test("bad input: a count of nowhere is not found", async () => {
  const { errors } = await record([entry()], "bm90aGluZw");
  expect(errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
});

test.each(["many", "1e3", "NaN", "", "0x10"])(
  "bad input: the quantity %o is no number, said before anything runs",
  async (quantity) => {
    const before = await entriesStored();
    const { text, errors } = await record([entry(), entry({ quantity })]);
    expect(errors, text).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
    expect(await entriesStored()).toBe(before);
  },
);

test("bad input: 201 entries in one call are refused with the limit, and nothing is recorded", async () => {
  const before = await entriesStored();
  const { errors } = await record(Array.from({ length: 201 }, () => entry()));
  expect(errors).toMatchObject([
    { message: "Send at most 200 entries at once.", extensions: { code: "BAD_USER_INPUT" } },
  ]);
  expect(await entriesStored()).toBe(before);
  const { data } = await record(Array.from({ length: 200 }, () => entry()));
  expect(data.recordObservations.results).toHaveLength(200);
  expect(await entriesStored()).toBe(before + 200);
});

test.each([
  [5_000, "Send at most 200 entries at once."],
  // So many values are refused before anybody looks at what they are.
  [10_000, "The variables hold more than 50000 values."],
])(
  "bad input: %i entries in one call are refused in a sentence, and nothing is recorded",
  async (count, sentence) => {
    const before = await entriesStored();
    const { errors } = await record(Array.from({ length: count }, () => entry()));
    expect(errors.map(({ message }) => message)).toEqual([sentence]);
    expect(await entriesStored()).toBe(before);
  },
);
