import { readdirSync } from "node:fs";
import path from "node:path";
import {
  execute,
  getOperationAST,
  Kind,
  parse,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import {
  startRunningServer,
  testSecret,
  type RunningServer,
} from "../../tools/testing/running-server.ts";
import { readConfig } from "../src/config.ts";
import { RequestContext } from "../src/context.ts";
import { openServer, type OpenServer } from "../src/open-server.ts";
import { createSchema } from "../src/schema.ts";
import { createExecutor, isCompilable } from "../src/transport/compiled-queries.ts";
import { people, signIn, warehouseIds, type Caller } from "./door/caller.ts";
import { buildWorld, type World } from "./worlds/build-world.ts";
import { enterCounts, openBlindCount } from "./worlds/count-in-world.ts";
import { documentsOf } from "./worlds/everything-a-counter-asks.ts";
import { selectFor } from "./worlds/selection-of.ts";

interface Side {
  running: RunningServer;
  opened: OpenServer;
}

let schema: GraphQLSchema;
let demonstration: Side;
let counted: Side;
let world: World;

beforeAll(async () => {
  schema = await createSchema();
  demonstration = await open(await startRunningServer({ postgresUrl: inject("postgresUrl") }));
  counted = await open(
    await startRunningServer({ postgresUrl: inject("postgresUrl"), demo: "off" }),
  );
  const { url } = counted.running;
  world = await buildWorld(url, { bolts: "10", nuts: "7", paint: "5", drills: ["S1", "S2"] });
  const { data } = await world.counter.ask("{ viewer { permissions } }");
  selectFor(schema, new Set(data.viewer.permissions));
  await openBlindCount(world, "small", ["NUT"]);
  await openBlindCount(world, "large", ["BOLT", "PAINT", "DRILL"]);
  await enterCounts(world);
});
afterAll(async () => {
  for (const side of [demonstration, counted]) {
    await side.opened.close();
    await side.running.stop();
  }
});

async function open(running: RunningServer): Promise<Side> {
  const config = readConfig({
    DATABASE_URL: running.databaseUrl,
    TALLYROOM_SECRET: testSecret,
    TALLYROOM_DEMO: "off",
    TALLYROOM_POOL: "5",
  });
  const opened = await openServer(
    config,
    () => new Date(),
    () => undefined,
  );
  return { running, opened };
}

/** What both executors answer to one document, as it is sent. */
async function answersOf(
  { opened: { server } }: Side,
  caller: Caller,
  document: DocumentNode,
  variables: Record<string, unknown> = {},
): Promise<[compiled: string, interpreted: string]> {
  const { identity } = await server.identities.identify({
    cookie: caller.headers["cookie"] ?? null,
    authorization: null,
    address: "test",
  });
  const reply = { addHeader: () => undefined };
  const context = () => new RequestContext(server, identity, "", "test", new Headers(), reply);
  const run = createExecutor(schema, { compilesAtOnce: true });
  const operation = getOperationAST(document) ?? undefined;
  const compiled = await run({
    document,
    documentKey: "",
    operation,
    operationName: undefined,
    variables,
    context: context(),
  });
  const interpreted = await execute({
    schema,
    document,
    variableValues: variables,
    contextValue: context(),
  });
  return [JSON.stringify(compiled), JSON.stringify(interpreted)];
}

const isQuery = (document: DocumentNode) => getOperationAST(document)?.operation === "query";

test("what a counter and a supervisor ask of a count is answered alike, byte for byte", async () => {
  const documents = documentsOf(["small", "large"])
    .map((text) =>
      parse(text.replaceAll(/<([^>]+)>/gu, (_, name: string) => world.ids[name] ?? "")),
    )
    .filter(isQuery);
  const compiledOnes = documents.filter((document) => isCompilable(schema, document));
  expect(compiledOnes.length).toBeGreaterThan(documents.length / 2);
  for (const caller of [world.counter, world.supervisor])
    for (const document of compiledOnes) {
      const [compiled, interpreted] = await answersOf(counted, caller, document);
      expect(compiled).toBe(interpreted);
    }
});

test("the client's own queries are answered alike, with every condition on and off", async () => {
  const ines = await signIn(demonstration.running.url, people.supervisor);
  const warehouseId = (await warehouseIds(ines))["MAIN"];
  const { data } = await ines.ask("{ items(first: 1) { nodes { id } } }");
  const values = { warehouseId, id: data.items.nodes[0].id, first: 5, search: "a", token: "x" };
  let compared = 0;
  for (const document of await clientDocuments()) {
    const operation = getOperationAST(document) as OperationDefinitionNode;
    for (const isOn of [true, false]) {
      const [compiled, interpreted] = await answersOf(
        demonstration,
        ines,
        document,
        variablesOf(operation, { ...values, isOn }),
      );
      expect(compiled).toBe(interpreted);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(20);
});

test("refusals and nulls keep their words, their place and their kind", async () => {
  const ines = await signIn(demonstration.running.url, people.supervisor);
  const warehouseId = (await warehouseIds(ines))["MAIN"];
  for (const text of [
    `{ item(id: "none") { sku } }`,
    `{ items(first: 900) { nodes { sku } } }`,
    `{ quants(warehouseId: "none") { nodes { id item { sku } } } }`,
    `{ one: quants(warehouseId: "${warehouseId}", first: -1) { totalCount } viewer { user { name } } }`,
    `query ($first: Int!) { items(first: $first) { totalCount } }`,
  ]) {
    const [compiled, interpreted] = await answersOf(demonstration, ines, parse(text));
    expect(compiled).toBe(interpreted);
  }
});

test("control: an executor that drops a field is told apart", async () => {
  const ines = await signIn(demonstration.running.url, people.supervisor);
  const [compiled] = await answersOf(demonstration, ines, parse("{ items { nodes { sku } } }"));
  const [, other] = await answersOf(demonstration, ines, parse("{ items { nodes { id sku } } }"));
  expect(compiled).not.toBe(other);
});

async function clientDocuments(): Promise<DocumentNode[]> {
  const folder = path.join(import.meta.dirname, "../../schema/src/operations");
  const documents: DocumentNode[] = [];
  for (const file of readdirSync(folder)) {
    const module = (await import(path.join(folder, file))) as Record<string, DocumentNode>;
    documents.push(...Object.values(module).filter((each) => each?.kind === Kind.DOCUMENT));
  }
  return documents.filter(isQuery);
}

/** By name where it means something; a condition is what is tried; the rest is left out or empty. */
function variablesOf(
  { variableDefinitions = [] }: OperationDefinitionNode,
  { isOn, ...values }: Record<string, unknown>,
): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const { variable, type } of variableDefinitions) {
    const name = variable.name.value;
    if (name in values) given[name] = values[name];
    else if (name.startsWith("sees")) given[name] = isOn;
    else if (type.kind === Kind.NON_NULL_TYPE) given[name] = {};
  }
  return given;
}
