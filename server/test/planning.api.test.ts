import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { createSchema } from "../src/schema.ts";
import type { Caller } from "./door/caller.ts";
import { buildWorld, type World } from "./worlds/build-world.ts";
import { openBlindCount } from "./worlds/count-in-world.ts";
import { selectFor } from "./worlds/selection-of.ts";

let running: RunningServer;
let world: World;
const countedAt = new Date(Date.now() - 60_000).toISOString();

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl"), demo: "off" });
  world = await buildWorld(running.url, { bolts: "10", nuts: "7", paint: "5", drills: ["S1"] });
  selectFor(await createSchema(), new Set());
  await openBlindCount(world, "count", ["BOLT", "NUT"]);
});
afterAll(() => running.stop());

async function change(verb: string, input: object, answer: string, caller = world.supervisor) {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { __typename ${answer} } }`;
  const { data, text } = await caller.ask(document, { input });
  if (!data) throw new Error(text);
  return data[verb];
}
async function ofCount(fields: string, caller: Caller = world.supervisor) {
  const answer = await caller.ask(
    `{ countSession(id: "${world.ids["count"] ?? ""}") { ${fields} } }`,
  );
  return { ...answer, count: answer.data?.countSession };
}
const record = (given: object) =>
  change(
    "recordObservations",
    {
      sessionId: world.ids["count"],
      observations: [{ mode: "ADD", quantity: "4", countedAt, clockOffsetMs: 0, ...given }],
    },
    "results { __typename }",
    world.counter,
  );

test("a template is saved, planned from, shown with its counts, and taken away", async () => {
  const { warehouseId, ids } = world;
  const settings = {
    countType: "ITEMS",
    scope: { itemIds: [ids["PAINT"]] },
    deadlineAfterHours: 4,
  };
  const saved = await change(
    "saveCountTemplate",
    { warehouseId, name: "Paint", ...settings },
    "... on CountTemplateSaved { template { id } }",
  );
  const templateId: string = saved.template.id;
  const made = await change(
    "createCountSession",
    { warehouseId, templateId },
    `... on CountSessionCreated { session { id title templateName template { name }
      scope { items { sku } locations { code } } } }`,
  );
  expect(made.session).toMatchObject({
    title: "Paint",
    templateName: "Paint",
    template: { name: "Paint" },
    scope: { items: [{ sku: "PAINT" }], locations: [] },
  });
  const preview = `{ countPreview(input: { warehouseId: "${warehouseId}", templateId: "${templateId}" }) {
    lineCount lines { chosenBecause countedIn { number } } } }`;
  expect((await world.supervisor.ask(preview)).data.countPreview).toEqual({
    lineCount: 1,
    lines: [{ chosenBecause: "the item was named", countedIn: null }],
  });
  const deletion = `mutation { deleteCountTemplate(input: { templateId: "${templateId}" }) { templateId } }`;
  await world.supervisor.ask(deletion);
  expect((await world.supervisor.ask(deletion)).code).toBe("NOT_FOUND");
});

test("all in a filter are selected by a token, which is of one person", async () => {
  const { selection } = await change(
    "selectLines",
    { sessionId: world.ids["count"], query: { search: "bolt" } },
    "selection { token lineCount }",
  );
  expect(selection.lineCount).toBe(1);
  const lines = `selection(token: "${selection.token}") { lineCount }
    totals(query: { selection: "${selection.token}" }) { lines }
    lines(query: { selection: "${selection.token}" }) { totalCount nodes { item { sku } } }`;
  expect((await ofCount(lines)).count).toEqual({
    selection: { lineCount: 1 },
    totals: { lines: 1 },
    lines: { totalCount: 1, nodes: [{ item: { sku: "BOLT" } }] },
  });
  const { errors } = await ofCount(lines, world.counter);
  expect(errors[0]).toMatchObject({
    message: "Another person has made this selection.",
    extensions: { code: "BAD_USER_INPUT" },
  });
  const telling = `mutation { selectLines(input: { sessionId: "${world.ids["count"] ?? ""}",
    query: { view: DISCREPANCIES } }) { selection { lineCount } } }`;
  expect((await world.counter.ask(telling)).code).toBe("FORBIDDEN");
});

test("an integrator keeps a cursor, and asks later for what has changed since", async () => {
  const { count } = await ofCount("changesCursor lines { totalCount }");
  expect(count.lines.totalCount).toBe(2);
  const since = `changesCursor lines(query: { changedSince: "${count.changesCursor as string}" }) {
    nodes { item { sku } quantityCounted } }`;
  expect((await ofCount(since)).count.lines.nodes).toEqual([]);
  await record({ externalId: "n1", itemId: world.ids["NUT"], locationId: world.ids["A-2"] });
  const later = (await ofCount(since)).count;
  expect(later.lines.nodes).toEqual([{ item: { sku: "NUT" }, quantityCounted: "4" }]);
  expect(later.changesCursor).not.toBe(count.changesCursor);
  await openBlindCount(world, "other", ["DRILL"]);
  const foreign = `lines(query: { changedSince: "${world.ids["other cursor"] ?? ""}" }) { totalCount }`;
  expect((await ofCount(foreign)).errors[0]).toMatchObject({
    message: "This is a cursor of another count.",
    extensions: { code: "BAD_USER_INPUT" },
  });
});

test("a supervisor matches what a counter could not name; a counter may not", async () => {
  const place = world.ids["A-1"];
  await record({ externalId: "s1", rawScan: "]E0471", locationId: place });
  await record({ externalId: "s2", rawScan: "]E0472", locationId: place });
  const list =
    "looseObservations(state: WAITING) { nodes { id rawScan quantityTyped recordedBy { name } } }";
  const [first, second] = (await ofCount(list)).count.looseObservations.nodes;
  expect(first).toMatchObject({
    rawScan: "]E0471",
    quantityTyped: "4",
    recordedBy: { name: "Maria" },
  });
  const input = { observationId: first.id, itemId: world.ids["BOLT"], locationId: place };
  const matching = () =>
    change(
      "matchObservation",
      input,
      "... on ObservationMatched { wasMatched line { quantityCounted counters { name } } }",
    );
  const line = { quantityCounted: "4", counters: [{ name: "Maria" }] };
  expect(await matching()).toMatchObject({ wasMatched: false, line });
  expect(await matching()).toMatchObject({ wasMatched: true, line });
  const dismissal = { observationId: second.id, reason: "a pallet label" };
  const answer = "... on ObservationDismissed { wasDismissed }";
  expect(await change("dismissObservation", dismissal, answer)).toMatchObject({
    wasDismissed: false,
  });
  expect((await ofCount(list)).count.looseObservations.nodes).toEqual([]);
  expect((await ofCount(list, world.counter)).code).toBe("FORBIDDEN");
});

test("the list of counts has its sums; a blind counter is told none that the books make", async () => {
  const sums = `{ countSessionTotals(warehouseId: "${world.warehouseId}", filter: { status: { eq: OPEN } }) {
    sessions lines different byStatus { status sessions } } }`;
  const [told, blind] = await Promise.all([world.supervisor.ask(sums), world.counter.ask(sums)]);
  expect(told.data.countSessionTotals).toMatchObject({ sessions: 2, lines: 3, different: 2 });
  expect(blind.data.countSessionTotals).toMatchObject({ sessions: 2, lines: 3, different: null });
});

test("a count keeps the options of its start, and its counter may read them", async () => {
  const optionsOf = async (caller: Caller) => {
    const { count } = await ofCount("options { code isOn }", caller);
    return count.options.find(({ code }: { code: string }) => code === "345").isOn as boolean;
  };
  const save = (isOn: boolean) => change("saveOption", { code: "345", isOn }, "__typename");
  expect(await optionsOf(world.counter)).toBe(false);
  await save(true);
  expect(await optionsOf(world.counter)).toBe(false);
  // The control: what is in force now is another thing.
  const { data } = await world.counter.ask(
    `{ countOptions(warehouseId: "${world.warehouseId}") { code isOn } }`,
  );
  expect(data.countOptions).toContainEqual({ code: "345", isOn: true });
  await save(false);
});
