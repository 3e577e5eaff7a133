import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import type pg from "pg";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { RequestContext } from "../src/context.ts";
import { createSchema } from "../src/schema.ts";
import { idOf } from "../src/shared/opaque-id.ts";
import { beginCount } from "./door/begin-count.ts";
import { Caller, password, people, signIn, warehouseIds } from "./door/caller.ts";
import { ownerOf } from "./door/database-owner.ts";
import { fingerprintOf } from "./door/fingerprint.ts";
import { idPlacesOf, idUses, type IdUse } from "./door/id-places.ts";
import { keyOfWarehouse, makeForeignThings } from "./door/make-foreign-things.ts";
import { startOpenDoor, type OpenDoor } from "./door/open-door.ts";
import { SpeakingSocket } from "./door/speaking-socket.ts";

let running: RunningServer;
let open: OpenDoor;
let owner: pg.Client;
/** An administrator whose hands reach into one warehouse only. */
let limited: Caller;
let variables: { w: string; self: string; s: string; o: string };
let foreign: Record<IdUse["kind"], string>;
/** Well formed, and nobody's: in a warehouse that is seen, and in one that nobody has. */
let unknown: Record<IdUse["kind"], string[]>;

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  open = await startOpenDoor({ databaseUrl: running.databaseUrl });
  owner = await ownerOf(running.databaseUrl);
  const ada = await signIn(running.url, people.administrator);
  const { MAIN: w = "", ...others } = await warehouseIds(ada);
  limited = await invite(ada, w);
  const { data } = await limited.ask("{ viewer { user { id } } }");
  const other = Object.values(others)[0] ?? "";
  const s = await beginCount(ada, w);
  variables = { w, self: data.viewer.user.id, s, o: await scanNothing(ada, s, w) };
  await scanNothing(ada, await beginCount(ada, other), other);
  await makeTemplate(ada, other);
  await makeForeignThings(owner, other);
  foreign = await idsIn(other);
  const own = keyOfWarehouse(w);
  unknown = {
    Warehouse: [idOf("Warehouse", 987_654)],
    Location: [idOf("Location", own, 987_654_321), idOf("Location", 987_654, 1)],
    Quant: [idOf("Quant", own, 987_654_321), idOf("Quant", 987_654, 1)],
    StockMove: [idOf("StockMove", own, 987_654_321), idOf("StockMove", 987_654, 1)],
    CountSession: [idOf("CountSession", own, 987_654_321), idOf("CountSession", 987_654, 1)],
    CountLine: [idOf("CountLine", own, 987_654_321), idOf("CountLine", 987_654, 1)],
    CountSheet: [idOf("CountSheet", own, 987_654_321), idOf("CountSheet", 987_654, 1)],
    CountTemplate: [idOf("CountTemplate", own, 987_654), idOf("CountTemplate", 987_654, 1)],
    Observation: [idOf("Observation", own, 987_654_321), idOf("Observation", 987_654, 1)],
    Posting: [idOf("Posting", own, 987_654_321), idOf("Posting", 987_654, 1)],
    Job: [idOf("Job", own, 987_654_321), idOf("Job", 987_654, 1)],
    CloseOff: [idOf("CloseOff", own, 987_654_321), idOf("CloseOff", 987_654, 1)],
    StockHold: [idOf("StockHold", own, 987_654_321), idOf("StockHold", 987_654, 1)],
    AbcRun: [idOf("AbcRun", own, 987_654_321), idOf("AbcRun", 987_654, 1)],
    Schedule: [idOf("Schedule", own, 987_654_321), idOf("Schedule", 987_654, 1)],
    Import: [idOf("Import", own, 987_654_321), idOf("Import", 987_654, 1)],
  };
});
afterAll(async () => {
  await owner.end();
  await open.close();
  await running.stop();
});

async function invite(ada: Caller, warehouseId: string): Promise<Caller> {
  const email = `${randomUUID()}@tallyroom.example`;
  const invited = await ada.ask(
    "mutation ($input: InviteUserInput!) { inviteUser(input: $input) { ... on UserInvited { token } } }",
    {
      input: {
        email,
        name: "Lim",
        roles: ["administrator"],
        seesAllWarehouses: false,
        warehouseIds: [warehouseId],
      },
    },
  );
  await new Caller(running.url).ask(
    "mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename } }",
    { input: { token: invited.data.inviteUser.token, name: "Lim", password } },
  );
  return signIn(running.url, email);
}

/** An entry that nobody knows, and its id. */
async function scanNothing(ada: Caller, sessionId: string, warehouseId: string): Promise<string> {
  const places = await ada.ask(
    `{ locations(warehouseId: "${warehouseId}", first: 1) { nodes { id } } }`,
  );
  const { id: locationId } = places.data.locations.nodes[0];
  const observation = { externalId: randomUUID(), mode: "ADD", rawScan: "?", locationId };
  const countedAt = "2026-11-20T10:00:00Z";
  const input = { sessionId, observations: [{ ...observation, countedAt, quantity: "1" }] };
  const document = `mutation ($input: RecordObservationsInput!) {
    recordObservations(input: $input) { results { __typename } } }`;
  await ada.ask(document, { input });
  const list = `{ countSession(id: "${sessionId}") { looseObservations { nodes { id } } } }`;
  return (await ada.ask(list)).data.countSession.looseObservations.nodes[0].id as string;
}

async function makeTemplate(ada: Caller, warehouseId: string): Promise<void> {
  const input = { warehouseId, name: "Far", countType: "FULL" };
  const document = `mutation ($input: SaveCountTemplateInput!) {
    saveCountTemplate(input: $input) { ... on CountTemplateSaved { template { id } } } }`;
  const { data, text } = await ada.ask(document, { input });
  if (!data?.saveCountTemplate.template) throw new Error(text);
}

/** One id of every kind that belongs to a warehouse. */
async function idsIn(warehouseId: string): Promise<Record<IdUse["kind"], string>> {
  const key = keyOfWarehouse(warehouseId);
  const row = async (table: string) => {
    const sql = `select id from ${table} where warehouse_id = $1 order by id limit 1`;
    return Number((await owner.query<{ id: string }>(sql, [key])).rows[0]?.id);
  };
  return {
    Warehouse: warehouseId,
    Location: idOf("Location", key, await row("location")),
    Quant: idOf("Quant", key, await row("quant")),
    StockMove: idOf("StockMove", key, await row("stock_move")),
    CountSession: idOf("CountSession", key, await row("count_session")),
    CountLine: idOf("CountLine", key, await row("count_line")),
    CountSheet: idOf("CountSheet", key, await row("count_sheet")),
    CountTemplate: idOf("CountTemplate", key, await row("count_template")),
    Observation: idOf("Observation", key, await row("observation")),
    Posting: idOf("Posting", key, await row("posting")),
    Job: idOf("Job", key, await row("job")),
    CloseOff: idOf("CloseOff", key, await row("close_off")),
    StockHold: idOf("StockHold", key, await row("stock_hold")),
    AbcRun: idOf("AbcRun", key, await row("abc_run")),
    Schedule: idOf("Schedule", key, await row("schedule")),
    Import: idOf("Import", key, await row("import")),
  };
}

test("a list of all warehouses ends where the asker's reach ends", async () => {
  const document = `{ countSessions(first: 50) { totalCount nodes { warehouse { code } } }
    countSessionTotals { sessions } }`;
  const codesFor = async (caller: Caller) => {
    const { data } = await caller.ask(document);
    const { nodes, totalCount } = data.countSessions as {
      nodes: { warehouse: { code: string } }[];
      totalCount: number;
    };
    expect(data.countSessionTotals.sessions).toBe(totalCount);
    return new Set(nodes.map(({ warehouse }) => warehouse.code));
  };
  expect(await codesFor(limited)).toEqual(new Set(["MAIN"]));
  // Whoever sees both is told of both: there is something to keep back.
  expect((await codesFor(await signIn(running.url, people.administrator))).size).toBe(2);
});

test("T36: every place of the schema that takes an id is tried, or said to be company-wide", async () => {
  expect(idPlacesOf(await createSchema())).toEqual(Object.keys(idUses).sort());
});

const cases = Object.entries(idUses).flatMap(([where, uses]) =>
  uses === "company-wide" ? [] : uses.map((use) => ({ where, ...use })),
);

/** Everything that comes back, but for the id itself. */
async function answerTo(url: string, { document }: IdUse, id: string): Promise<string> {
  const given = Object.fromEntries(
    Object.entries({ ...variables, id, x: randomUUID() }).filter(([name]) =>
      document.includes(`$${name}:`),
    ),
  );
  if (!document.startsWith("subscription")) {
    const { status, text } = await new Caller(url, limited.headers).ask(document, given);
    return `${status} ${text}`.replaceAll(id, "ID");
  }
  const socket = await SpeakingSocket.greet(url, limited.headers);
  socket.subscribe("1", document, given);
  const answer = await socket.next();
  socket.close();
  return JSON.stringify(answer);
}

test.each(cases)("T36: $where answers to a foreign $kind as to an unknown one", async (use) => {
  const before = await fingerprintOf(owner);
  const answer = await answerTo(running.url, use, foreign[use.kind]);
  for (const id of unknown[use.kind]) expect(await answerTo(running.url, use, id)).toBe(answer);
  expect(answer).toMatch(/NOT_FOUND|null|"totalCount":0|_UNKNOWN|WAREHOUSE_NOT_OWNED/u);
  expect(await fingerprintOf(owner)).toEqual(before);
});

const nobodys = [
  idOf("Item", 987_654_321),
  idOf("Item", "9".repeat(14)),
  idOf("Supplier", 987_654),
  idOf("Lot", 987_654_321),
  idOf("SerialUnit", 987_654_321),
  idOf("User", "nobody"),
  idOf("User", "nobody\0"),
  idOf("ApiKey", 987_654),
  idOf("Invitation", 987_654),
  idOf("Category", 1),
  "not an id",
  "",
];

test.each(nobodys)("T36: node answers null to %s, which names nothing", async (id) => {
  const { text } = await limited.ask("query ($id: ID!) { node(id: $id) { __typename id } }", {
    id,
  });
  expect(text.trim()).toBe('{"data":{"node":null}}');
});

test("T36: a filter takes an id of another kind as one that matches nothing", async () => {
  const query = `query ($w: ID!, $id: ID!) {
    quants(warehouseId: $w, filter: { itemId: { eq: $id } }) { totalCount }
    stockMoves(warehouseId: $w, filter: { quantId: { eq: $id } }) { totalCount }
    locations(warehouseId: $w, filter: { withinId: { eq: $id } }) { totalCount }
    items(filter: { supplierId: { in: [$id] } }) { totalCount }
  }`;
  for (const id of [idOf("User", "x"), idOf("Item", 987_654_321), "not an id"]) {
    const { data, text } = await limited.ask(query, { w: variables.w, id });
    const counts = Object.values(data ?? {}).map(
      (list) => (list as { totalCount: number }).totalCount,
    );
    expect(counts, text).toEqual([0, 0, 0, 0]);
  }
});

test("control: without the look at the warehouse the foreign ids are told from the unknown", async () => {
  const blind = vi
    .spyOn(RequestContext.prototype, "requireWarehouse")
    .mockImplementation((warehouseId) => warehouseId);
  const before = await fingerprintOf(owner);
  const told: string[] = [];
  for (const use of cases) {
    const answer = await answerTo(open.url, use, foreign[use.kind]);
    const other = await answerTo(open.url, use, unknown[use.kind].at(-1) ?? "");
    if (answer !== other) told.push(use.where);
  }
  blind.mockRestore();
  const places = Object.keys(idUses).length;
  console.info(
    "T36",
    JSON.stringify({ places, documents: cases.length, toldAtOpenDoor: told.length }),
  );
  expect(told.length).toBeGreaterThan(10);
  expect(await fingerprintOf(owner)).not.toEqual(before);
});
