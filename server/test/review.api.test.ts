import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { createSchema } from "../src/schema.ts";
import { buildWorld, type World } from "./worlds/build-world.ts";
import { enterCounts, openBlindCount } from "./worlds/count-in-world.ts";
import { selectFor } from "./worlds/selection-of.ts";

let running: RunningServer;
let world: World;

const SAVE = `mutation ($input: SaveToleranceSetInput!) {
  saveToleranceSet(input: $input) {
    ... on ToleranceSetSaved { set { version rules { item { sku } limits { quantity { upper } } } } }
    ... on SaveToleranceSetRejected { reason message } } }`;

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl"), demo: "off" });
  const books = { bolts: "13", nuts: "9", paint: "4", drills: ["S1", "S2", "S3"] };
  world = await buildWorld(running.url, books);
  const { data } = await world.counter.ask("{ viewer { permissions } }");
  selectFor(await createSchema(), new Set(data.viewer.permissions));
  const rules = [
    { itemId: world.ids["BOLT"], limits: { quantity: { upper: "1", lower: "100" } } },
    { limits: { percent: { upper: "0.5", lower: "0.5" } } },
  ];
  const input = { warehouseId: world.warehouseId, basedOnVersion: 0, rules };
  const saved = await world.supervisor.ask(SAVE, { input });
  expect(saved.data.saveToleranceSet).toMatchObject({
    set: {
      version: 1,
      rules: [{ item: { sku: "BOLT" }, limits: { quantity: { upper: "1" } } }, {}],
    },
  });
  await openBlindCount(world, "small", ["NUT"]);
  await openBlindCount(world, "large", ["BOLT", "PAINT", "DRILL"]);
  await enterCounts(world);
});
afterAll(() => running.stop());

const VERDICT = `toleranceVerdict { isWithin source version rule { item { sku } }
  breaches { limit side allowed found } }`;
const linesOf = (session: string, query: string) => `{ countSession(id: "${world.ids[session]}") {
  tolerance { version limits { value { upper } } }
  lines(first: 20 ${query}) { nodes { id item { sku } quantityVariance ${VERDICT} } } } }`;

interface Line {
  item: { sku: string };
  quantityVariance: string | null;
  toleranceVerdict: { isWithin: boolean; source: string; breaches: object[] } | null;
}

test("a line says which rule it is judged by, and the view has those that are out", async () => {
  const all = await world.supervisor.ask(linesOf("large", ""));
  expect(all.data.countSession.tolerance).toEqual({ version: 1, limits: null });
  const lines: Line[] = all.data.countSession.lines.nodes;
  const isOut = ({ toleranceVerdict }: Line) => toleranceVerdict?.isWithin === false;
  expect(lines.filter(isOut).length).toBeGreaterThan(0);
  expect(lines.filter((line) => line.toleranceVerdict?.isWithin).length).toBeGreaterThan(0);
  for (const { item, toleranceVerdict } of lines)
    if (toleranceVerdict)
      expect(toleranceVerdict.source).toBe(item.sku === "BOLT" ? "ITEM" : "DEFAULT");
  const out = await world.supervisor.ask(linesOf("large", ", query: { view: OUT_OF_TOLERANCE }"));
  expect(out.data.countSession.lines.nodes).toEqual(lines.filter(isOut));
});

test("whoever saves on an older version is told, and a counter may neither save nor see", async () => {
  const input = { warehouseId: world.warehouseId, basedOnVersion: 0, rules: [] };
  const { data } = await world.supervisor.ask(SAVE, { input });
  expect(data.saveToleranceSet.reason).toBe("VERSION_OUTDATED");
  expect((await world.counter.ask(SAVE, { input })).code).toBe("FORBIDDEN");
  for (const query of ["", ", query: { view: OUT_OF_TOLERANCE }"])
    expect((await world.counter.ask(linesOf("large", query))).code).toBe("FORBIDDEN");
});

test("a draft takes limits of its own, a count that runs does not", async () => {
  const SAVE_OWN = `mutation ($input: SaveSessionToleranceInput!) {
    saveSessionTolerance(input: $input) {
      ... on SessionToleranceSaved { session { tolerance { version limits { value { upper } } } } }
      ... on SaveSessionToleranceRejected { reason } } }`;
  const limits = { value: { upper: "12.5" } };
  const draft = await world.supervisor.ask(
    `mutation ($w: ID!) { createCountSession(input: { warehouseId: $w, title: "D", countType: FULL }) {
      ... on CountSessionCreated { session { id } } } }`,
    { w: world.warehouseId },
  );
  const own = async (sessionId: string | undefined) =>
    (await world.supervisor.ask(SAVE_OWN, { input: { sessionId, limits } })).data
      .saveSessionTolerance;
  expect(await own(draft.data.createCountSession.session.id)).toEqual({
    session: { tolerance: { version: null, limits } },
  });
  expect(await own(world.ids["large"])).toEqual({ reason: "NOT_A_DRAFT" });
});

const RECORD = `mutation ($input: RecordInvestigationInput!) {
  recordInvestigation(input: $input) {
    ... on InvestigationRecorded { line { investigation { revision reasonCode notes fix
      recordedBy { name } } } }
    ... on RecordInvestigationRejected { reason } } }`;

test("a supervisor says why a line differs, and sees where most of it is from", async () => {
  const { data } = await world.supervisor.ask(linesOf("large", ", query: { view: DISCREPANCIES }"));
  const [line] = data.countSession.lines.nodes as [{ id: string }];
  const input = { lineId: line.id, basedOnRevision: 0, reasonCode: "THEFT", notes: " seen " };
  const asked = await world.supervisor.ask(RECORD, { input });
  expect(asked.data.recordInvestigation.line.investigation).toEqual([
    { revision: 1, reasonCode: "THEFT", notes: "seen", fix: null, recordedBy: { name: "Ada" } },
  ]);
  const again = await world.supervisor.ask(RECORD, { input });
  expect(again.data.recordInvestigation).toEqual({ reason: "REVISION_OUTDATED" });
  const bars = await world.supervisor.ask(
    `query ($w: ID!) { variancePareto(warehouseId: $w, by: CAUSE) {
      reasonCode lines valueGross cumulativePercent } }`,
    { w: world.warehouseId },
  );
  expect(bars.data.variancePareto).toContainEqual(
    expect.objectContaining({ reasonCode: "THEFT", lines: 1 }),
  );
  const causes = await world.supervisor.ask(
    "query ($id: ID!) { suggestedCauses(lineId: $id) { kind score reasonCode line { id } } }",
    { id: line.id },
  );
  expect(causes.errors).toEqual([]);
  expect((await world.counter.ask(RECORD, { input })).code).toBe("FORBIDDEN");
});

test("reasons can be listed by counters and changed by those who may", async () => {
  const list = await world.counter.ask("{ varianceReasons { code name isActive } }");
  expect(list.data.varianceReasons).toHaveLength(12);
  const SAVE_REASON = `mutation { saveVarianceReason(input: {
    code: "MICE", name: "Mice", isActive: true }) {
    ... on VarianceReasonSaved { reason { code } } } }`;
  expect((await world.counter.ask(SAVE_REASON)).code).toBe("FORBIDDEN");
  const saved = await world.supervisor.ask(SAVE_REASON);
  expect(saved.data.saveVarianceReason.reason).toEqual({ code: "MICE" });
});
