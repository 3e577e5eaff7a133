import type { GraphQLSchema } from "graphql";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { accessRules, createSchema } from "../src/schema.ts";
import { questionsFor } from "./door/generated-questions.ts";
import { allows, coordinatesOf, nameOf, type Coordinate, type Permissions } from "./door/matrix.ts";
import { startOpenDoor } from "./door/open-door.ts";
import { buildWorld, type World } from "./worlds/build-world.ts";
import { closeCount, enterCounts, openBlindCount } from "./worlds/count-in-world.ts";
import { alike, askAll, documentsOf } from "./worlds/everything-a-counter-asks.ts";
import { plantedLeaks } from "./worlds/planted-leaks.ts";
import { selectFor } from "./worlds/selection-of.ts";

/** In the first world the counter's entries match the books; in the second none does. */
const books = [
  { bolts: "10", nuts: "7", paint: "5", drills: ["S1", "S2"] },
  { bolts: "13", nuts: "9", paint: "4", drills: ["S1", "S2", "S3"] },
];

const running: RunningServer[] = [];
const worlds: World[] = [];
let documents: string[] = [];
let schema: GraphQLSchema;
let permissions: Permissions = null;

const isOpenToCounters = ({ type, key }: Coordinate) =>
  allows(accessRules[type]?.[key], permissions);
const countingTypes = new Set([
  "CountSession",
  "CountLine",
  "CountLineTotals",
  "CountSessionTotals",
]);

beforeAll(async () => {
  for (const each of books) {
    const server = await startRunningServer({ postgresUrl: inject("postgresUrl"), demo: "off" });
    running.push(server);
    worlds.push(await buildWorld(server.url, each));
  }
  const [world] = worlds as [World];
  const { data } = await world.counter.ask("{ viewer { permissions } }");
  schema = await createSchema();
  permissions = new Set<string>(data.viewer.permissions);
  selectFor(schema, permissions);
  for (const each of worlds) {
    await openBlindCount(each, "small", ["NUT"]);
    await openBlindCount(each, "large", ["BOLT", "PAINT", "DRILL"]);
  }
  documents = documentsOf(["small", "large"]);
});
afterAll(() => Promise.all(running.map((server) => server.stop())));

async function expectAlike(ask: (world: World) => Promise<string[]>): Promise<void> {
  const [first = [], second = []] = await Promise.all(worlds.map(ask));
  // Refusals alone would look alike in any two worlds.
  const answered = first.filter((answer) => answer.startsWith("200 "));
  expect(answered.length).toBeGreaterThan(first.length / 2);
  expect(second).toEqual(first);
}
const askEverything = (world: World) => askAll(world, world.url, documents);

test("T37: before anything is counted, both worlds look alike", async () => {
  await expectAlike(askEverything);
});

test("T37: the answers to entries are alike, right and wrong, matching or not", async () => {
  await expectAlike(async (world) =>
    (await enterCounts(world)).map(({ status, text }) => `${status} ${alike(world, text)}`),
  );
});

test("T37: with all counted, both worlds look alike", async () => {
  await expectAlike(askEverything);
});

test("T37: a count that is complete looks like one whose differences wait", async () => {
  for (const world of worlds) await closeCount(world, "small");
  const statuses = await Promise.all(
    worlds.map(async (world) => {
      const query = `{ countSession(id: "${world.ids["small"] ?? ""}") { status } }`;
      return (await world.supervisor.ask(query)).data.countSession.status as string;
    }),
  );
  // The control: to the supervisor they differ.
  expect(statuses).toEqual(["POSTED", "PENDING_APPROVAL"]);
  await expectAlike(askEverything);
});

test("F8: walk the whole schema as a blind counter: every field open to it tells the same in both worlds", async () => {
  const questions = questionsFor(schema, isOpenToCounters)
    .filter(({ document }) => document.operation === "query")
    .filter(({ document }) => document.uses.every(isOpenToCounters));
  const walked = new Set(questions.flatMap(({ document }) => document.uses.map(nameOf)));
  const deep = documents.join(" ");
  const fields = coordinatesOf(schema).filter(
    (each) => isOpenToCounters(each) && countingTypes.has(each.type) && !each.key.includes("("),
  );
  // What stands in no generated question is asked for of the counts themselves.
  const unwalked = fields.filter(
    (each) => !walked.has(nameOf(each)) && !new RegExp(`\\b${each.key}\\b`, "u").test(deep),
  );
  expect(unwalked.map(nameOf)).toEqual([]);
  expect(questions.length).toBeGreaterThan(100);
  const texts = questions.map(({ document }) => document.text);
  const [first = [], second = []] = await Promise.all(
    worlds.map((world) => askAll(world, world.url, texts)),
  );
  expect(second).toEqual(first);
  await expectAlike(askEverything);
});

test("control: a supervisor sees different worlds", async () => {
  const [first = [], second = []] = await Promise.all(
    worlds.map((world) => askEverything({ ...world, counter: world.supervisor })),
  );
  expect(second).not.toEqual(first);
});

/** The open door refuses nothing: what the rules refuse would differ there without any leak. */
const judged = () =>
  documents.filter((document) => !/quants|stockMoves|quantityOnHand|countPreview/u.test(document));

test.each(Object.entries(plantedLeaks))("T37, planted leak: %s is caught", async (_, plant) => {
  const doors = await Promise.all(
    running.map(({ databaseUrl }) => startOpenDoor({ databaseUrl, plant })),
  );
  const answers = await Promise.all(
    worlds.map((world, at) => askAll(world, doors[at]?.url ?? "", judged())),
  );
  await Promise.all(doors.map((door) => door.close()));
  expect(answers[1]).not.toEqual(answers[0]);
});

test("control: the same door without a leak shows two worlds that are alike", async () => {
  const doors = await Promise.all(running.map(({ databaseUrl }) => startOpenDoor({ databaseUrl })));
  const answers = await Promise.all(
    worlds.map((world, at) => askAll(world, doors[at]?.url ?? "", judged())),
  );
  await Promise.all(doors.map((door) => door.close()));
  expect(answers[1]).toEqual(answers[0]);
});
