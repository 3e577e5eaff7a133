import { getNamedType, isLeafType, isObjectType, type GraphQLSchema } from "graphql";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { createSchema } from "../src/schema.ts";
import type { Caller } from "./door/caller.ts";
import { buildWorld, type World } from "./worlds/build-world.ts";
import { enterCounts, openBlindCount } from "./worlds/count-in-world.ts";
import { selectFor } from "./worlds/selection-of.ts";

let running: RunningServer;
let schema: GraphQLSchema;
let world: World;

beforeAll(async () => {
  schema = await createSchema();
  running = await startRunningServer({ postgresUrl: inject("postgresUrl"), demo: "off" });
  world = await buildWorld(running.url, {
    bolts: "10",
    nuts: "7",
    paint: "5",
    drills: ["S1", "S2"],
  });
  const { data } = await world.counter.ask("{ viewer { permissions } }");
  selectFor(schema, new Set(data.viewer.permissions));
  await openBlindCount(world, "small", ["NUT"]);
  await openBlindCount(world, "large", ["BOLT", "PAINT", "DRILL"]);
  await enterCounts(world);
});
afterAll(() => running.stop());

/** Fields of a type that take no argument, as they are asked for. */
function fieldsOf(typeName: string): string[] {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`There is no type ${typeName}.`);
  return Object.values(type.getFields())
    .filter(({ args }) => args.length === 0)
    .map(({ name, type: returned }) => {
      const inner = getNamedType(returned);
      if (isLeafType(inner)) return name;
      const leaf =
        isObjectType(inner) &&
        Object.values(inner.getFields()).find((each) => isLeafType(getNamedType(each.type)));
      return leaf ? `${name} { ${leaf.name} }` : "";
    })
    .filter((field) => field !== "");
}

type Row = Record<string, unknown>;

async function linesWith(caller: Caller, fields: string): Promise<Row[]> {
  const id = world.ids["large"] ?? "";
  const lines = `lines(first: 20) { nodes { ${fields} } }`;
  const answer = await caller.ask(`{ countSession(id: "${id}") { ${lines} } }`);
  if (answer.code === "FORBIDDEN") return [{ refused: true }];
  // Anything else that goes wrong is a row that was not read in full.
  if (answer.errors.length > 0) throw new Error(`${fields}: ${answer.text}`);
  return answer.data.countSession.lines.nodes;
}

/** What is read of a row depends on what is asked of it; what is answered must not. */
async function expectAlike(caller: Caller, fields: string[], wrap: (field: string) => string) {
  const open: string[] = [];
  for (const field of fields)
    if (!("refused" in ((await linesWith(caller, wrap(field)))[0] ?? {}))) open.push(field);
  expect(open.length).toBeGreaterThan(3);
  const all = await linesWith(caller, wrap(open.join(" ")));
  expect(all.length).toBeGreaterThan(2);
  for (const field of open) {
    const alone = await linesWith(caller, wrap(field));
    expect(alone.map((row, at) => overlay(all[at], row))).toEqual(all);
  }
}

/** The row with what was asked alone laid over it. */
function overlay(whole: unknown, part: unknown): unknown {
  if (!isRow(whole) || !isRow(part)) return part;
  const laid = Object.entries(part).map(([name, value]) => [name, overlay(whole[name], value)]);
  return { ...whole, ...Object.fromEntries(laid) };
}
const isRow = (value: unknown): value is Row =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const cases: [string, (field: string) => string][] = [
  ["CountLine", (field) => field],
  ["Item", (field) => `item { ${field} }`],
  ["Location", (field) => `location { ${field} }`],
];

test.each(cases)("each field of %s is alone what it is among all", async (type, wrap) => {
  for (const caller of [world.counter, world.supervisor])
    await expectAlike(caller, fieldsOf(type), wrap);
});

test("control: a value that was not read is told apart", () => {
  expect(overlay({ version: 3, state: "COUNTED" }, { version: null })).not.toEqual({
    version: 3,
    state: "COUNTED",
  });
});
