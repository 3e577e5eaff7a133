import { buildSchema, printSchema, type GraphQLSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { accessRules, createSchema } from "../src/schema.ts";
import { createJudge } from "../src/transport/judge-operation.ts";
import { readDocument } from "../src/transport/document-limits.ts";
import { Caller, people, signIn, type RoleCode } from "./door/caller.ts";
import { ownerOf } from "./door/database-owner.ts";
import type { GeneratedDocument } from "./door/generated-document.ts";
import { questionsFor } from "./door/generated-questions.ts";
import {
  allows,
  idleRulesOf,
  nameOf,
  unclassifiedOf,
  type Coordinate,
  type Permissions,
} from "./door/matrix.ts";
import { startOpenDoor, type OpenDoor } from "./door/open-door.ts";
import { SpeakingSocket } from "./door/speaking-socket.ts";

const roles = Object.keys(people) as RoleCode[];
const everybody = [...roles, "nobody"] as const;
type Somebody = (typeof everybody)[number];

let schema: GraphQLSchema;
let running: RunningServer;
let open: OpenDoor;
const sessions = new Map<Somebody, Caller>();
const sparedForSignOut = new Map<Somebody, Caller[]>();
const permissionsOf = new Map<Somebody, Permissions>([["nobody", null]]);

beforeAll(async () => {
  schema = await createSchema();
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  open = await startOpenDoor({ databaseUrl: running.databaseUrl });
  const owner = await ownerOf(running.databaseUrl);
  const { rows } = await owner.query<{ code: RoleCode; permissions: string[] }>(
    "select code, permissions from role",
  );
  await owner.end();
  for (const { code, permissions } of rows) permissionsOf.set(code, new Set(permissions));
  for (const role of roles) {
    const session = () => signIn(running.url, people[role]);
    sessions.set(role, await session());
    sparedForSignOut.set(role, [await session(), await session()]);
  }
  sessions.set("nobody", new Caller(running.url));
});
afterAll(async () => {
  await open.close();
  await running.stop();
});

test("T35: every field, argument, input field and input word is classified, and nothing else", () => {
  expect(unclassifiedOf(schema, accessRules)).toEqual([]);
  expect(idleRulesOf(schema, accessRules)).toEqual([]);
});

const planted = `
  extend type Item { marginSecret(of: Int): String }
  extend input ItemFilter { marginSecret: String }
  extend enum ItemOrderField { MARGIN_SECRET }
  extend type Mutation { burnItem: Boolean }
  extend type Subscription { itemSecrets: String }`;

test("control: a planted field, argument, input field, word, mutation and subscription fail", () => {
  expect(unclassifiedOf(buildSchema(printSchema(schema) + planted), accessRules)).toEqual([
    "Item.marginSecret",
    "Item.marginSecret(of:)",
    "ItemFilter.marginSecret",
    "Mutation.burnItem",
    "Subscription.itemSecrets",
    "ItemOrderField.MARGIN_SECRET",
  ]);
});

const unclassified = [
  "{ items { nodes { marginSecret } } }",
  '{ items(filter: { marginSecret: "x" }) { totalCount } }',
  "{ items(orderBy: { field: MARGIN_SECRET, direction: ASC }) { totalCount } }",
  "query ($by: ItemOrder = { field: MARGIN_SECRET, direction: ASC }) { items(orderBy: $by) { totalCount } }",
  "mutation { burnItem }",
  "subscription { itemSecrets }",
];

test.each(unclassified)("T35: %s is open to nobody, not even the administrator", (text) => {
  const plantedSchema = buildSchema(printSchema(schema) + planted);
  const document = readDocument(plantedSchema, text);
  if (Array.isArray(document)) throw document[0];
  const operation = document.definitions[0] as never;
  const judge = createJudge(plantedSchema, accessRules);
  const ada = { permissions: permissionsOf.get("administrator") } as never;
  expect(() => judge({ document, operation, variables: {}, identity: ada })).toThrow(
    "is open to nobody yet",
  );
});

/** Denied before anything ran; what a resolver finds wrong afterwards was let in. */
async function isLetIn(somebody: Somebody, operation: string, text: string, url: string) {
  const caller = text.includes("signOut")
    ? (sparedForSignOut.get(somebody)?.pop() ?? new Caller(running.url))
    : (sessions.get(somebody) as Caller);
  if (operation === "subscription") return isLetInToFeed(caller.headers, text, url);
  const { status, code } = await new Caller(url, caller.headers).ask(text);
  // A document that is no GraphQL would prove nothing.
  if (code === "GRAPHQL_VALIDATION_FAILED") throw new Error(`Not valid: ${text}`);
  return status !== 401 && status !== 403;
}

async function isLetInToFeed(headers: Record<string, string>, text: string, url: string) {
  const socket = await SpeakingSocket.open(url, { headers });
  try {
    socket.say({ type: "connection_init" });
    await socket.next();
    socket.subscribe("1", text);
    const { type, payload } = await socket.nextOf("1");
    return type !== "error" || payload[0].extensions.code === "BAD_USER_INPUT";
  } catch {
    return false;
  } finally {
    socket.close();
  }
}

/** Asks for every coordinate of the schema; answers with what went otherwise than the rules say. */
async function comparePerson(somebody: Somebody, url: string) {
  const permissions = permissionsOf.get(somebody) ?? null;
  const ruleOf = ({ type, key }: Coordinate) => accessRules[type]?.[key];
  const mayUse = (coordinate: Coordinate) => allows(ruleOf(coordinate), permissions);
  const questions = questionsFor(schema, mayUse);
  const wrong: string[] = [];
  const count = { allowed: 0, denied: 0 };
  // Whoever has not signed in is told so by a null, and may ask for all of himself that needs no more.
  const isOfNobody = (text: string) => !permissions && text.startsWith("query { viewer ");
  const mayAsk = ({ text, uses }: GeneratedDocument) =>
    uses.every((use) => mayUse(use) || (isOfNobody(text) && ruleOf(use) === "signed-in"));
  const ask = async ({ coordinate, document }: (typeof questions)[number]) => {
    const expected = mayAsk(document);
    count[expected ? "allowed" : "denied"] += 1;
    const actual = await isLetIn(somebody, document.operation, document.text, url);
    if (actual !== expected) wrong.push(`${nameOf(coordinate)}: ${document.text}`);
  };
  const askers = Array.from({ length: 6 }, async () => {
    for (let next = questions.pop(); next; next = questions.pop()) await ask(next);
  });
  await Promise.all(askers);
  return { wrong, count };
}

describe("T35: the whole schema, one document for each coordinate", () => {
  test.each(everybody)("as %s: 0 answers against the rules", async (somebody) => {
    const { wrong, count } = await comparePerson(somebody, running.url);
    console.info("T35", JSON.stringify({ somebody, ...count, wrong: wrong.length }));
    expect(wrong).toEqual([]);
    expect(count.allowed + count.denied).toBeGreaterThan(500);
    expect(count.allowed).toBeGreaterThan(20);
    expect(count.denied).toBeGreaterThan(somebody === "administrator" ? -1 : 20);
  });

  test("control: at the open door a counter gets what the rules deny", async () => {
    const { wrong, count } = await comparePerson("counter", open.url);
    expect(wrong.length).toBeGreaterThan(count.denied / 2);
  });
});
