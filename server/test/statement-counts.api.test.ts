import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { GraphQLSchema } from "graphql";
import {
  createDatabase,
  startRunningServer,
  type RunningServer,
} from "../../tools/testing/running-server.ts";
import type { RequestContext } from "../src/context.ts";
import { rowsOf, sql } from "../src/database/db.ts";
import { beginCount } from "./door/begin-count.ts";
import { Caller, people, signIn, warehouseIds } from "./door/caller.ts";
import { ownerOf } from "./door/database-owner.ts";
import { startOpenDoor, type OpenDoor } from "./door/open-door.ts";
import { openStatementTap, type StatementTap } from "./door/statement-tap.ts";

let tap: StatementTap;
let running: RunningServer;
let open: OpenDoor;
let ada: Caller;
let w: string;

beforeAll(async () => {
  const postgresUrl = inject("postgresUrl");
  tap = await openStatementTap(await createDatabase({ postgresUrl }));
  running = await startRunningServer({ postgresUrl, databaseUrl: tap.url });
  open = await startOpenDoor({ databaseUrl: running.databaseUrl, plant: loadCategoriesOneByOne });
  await hireMany();
  ada = await signIn(running.url, people.administrator);
  w = (await warehouseIds(ada))["MAIN"] ?? "";
  await beginCount(ada, w);
});
afterAll(async () => {
  await open.close();
  await running.stop();
  await tap.close();
});

async function hireMany(): Promise<void> {
  const owner = await ownerOf(running.databaseUrl);
  await owner.query(`
    insert into app_user (id, name, email)
      select 'many-' || n, 'Aaron ' || n, 'aaron-' || n || '@tallyroom.example'
      from generate_series(1, 120) as n;
    insert into user_role select 'many-' || n, r.code from generate_series(1, 120) as n, role r
      where r.code in ('counter', 'viewer');
    insert into user_warehouse select 'many-' || n, h.id
      from generate_series(1, 120) as n, warehouse h;
    with planned as (
      insert into count_session (warehouse_id, number, title, status, count_type, scope, is_blind,
          created_by, created_at)
        select h.id, -n, 'Planned', 'DRAFT', 'FULL', '{}', true, 'many-' || n, now()
        from generate_series(1, 120) as n, warehouse h where h.code = 'MAIN'
      returning warehouse_id, id, created_by
    )
    insert into count_session_assignee select * from planned;
    insert into count_template (warehouse_id, name, settings, created_by, created_at)
      select h.id, 'Template ' || n, jsonb_build_object('countType', 'FULL',
          'assigneeIds', jsonb_build_array('many-' || n), 'scope', jsonb_build_object(
            'locationIds', jsonb_build_array((select id from location l
              where l.warehouse_id = h.id order by id offset n limit 1)),
            'itemIds', jsonb_build_array((select id from item order by id offset n limit 1)),
            'includesEmpty', false)),
        'many-' || n, now()
      from generate_series(1, 120) as n, warehouse h where h.code = 'MAIN';
    update count_session s set template_id = t.id, template_name = t.name
      from count_template t where t.name = 'Template ' || (- s.number)`);
  await owner.end();
}

/** The mistake this test is there for: a statement for every row. */
function loadCategoriesOneByOne(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()["items"];
  const item = schema.getType("Item");
  if (!field || !item || !("getFields" in item)) throw new Error("There is nothing to plant.");
  const category = item.getFields()["category"] as { resolve?: unknown };
  category.resolve = async (
    { categoryId }: { categoryId: number },
    _: unknown,
    { db }: RequestContext,
  ) => {
    const query = sql<{
      id: number;
      name: string;
    }>`select id, name from category where id = ${categoryId}`;
    const [row] = await rowsOf(db, query);
    return row && { ...row, categoryId };
  };
}

const item = `id sku description unit { code } category { id name itemCount } packs { factor unit { code } }
  barcodes { code pack { factor unit { name } } } suppliers { supplierSku supplier { name } } unitCost`;
const location = `id code warehouse { code } parent { code parent { code parent { code } } }`;
const quant = `id quantityOnHand valueOnHand status lot { code expiresOn } serialUnits { serial }
  location { ${location} } item { ${item} }`;

/** Each list with every relation it has; $n rows. */
const lists: Record<string, string> = {
  items: `{ items(first: $n) { totalCount nodes { ${item} quantityOnHand(warehouseId: $w) } } }`,
  quants: `{ quants(warehouseId: $w, first: $n) { totalCount nodes { ${quant} } } }`,
  "quants through edges": `{ quants(warehouseId: $w, first: $n) { edges { cursor node { ${quant} } } } }`,
  stockMoves: `{ stockMoves(warehouseId: $w, first: $n) { totalCount nodes {
    sequence quantity quantityAfter recordedBy { name email roles { code } } serialUnits { serial }
    quant { ${quant} } } } }`,
  locations: `{ locations(warehouseId: $w, first: $n) { totalCount nodes { ${location} } } }`,
  templates: `{ countTemplates(warehouseId: $w, first: $n) { totalCount nodes {
    name createdBy { name } assignees { name } scope { locations { code } items { sku } } } } }`,
  counts: `{ countSessions(warehouseId: $w, first: $n) { totalCount nodes {
    number createdBy { name } assignees { name } template { name } } } }`,
  "lines of a count": `{ countSessions(warehouseId: $w, first: 1) { nodes { id createdBy { name }
    assignees { name } lines(first: $n) { totalCount nodes { id state quantityExpected
      lot { code } counters { name } pieces { serial } explanation { kind quantity }
      location { ${location} } item { ${item} } } } } } }`,
  users: `{ users(first: $n) { totalCount nodes { id name lastSignInAt
    roles { code permissions } warehouses { code } } } }`,
  "users' own lists": `{ viewer { permissions user { roles { code } warehouses { code } }
    warehouses { code } sessions { id } } users(first: $n) { nodes { roles { name } } } }`,
};

/** Statements for a page, without those that find out who asks: that was asked a moment before. */
async function statementsFor(url: string, query: string, size: number): Promise<string[]> {
  const caller = new Caller(url, ada.headers);
  const text = query.replaceAll("$n", String(size)).replaceAll("$w", `"${w}"`);
  await caller.ask("{ viewer { permissions } }");
  const { result, statements } = await tap.during(() => caller.ask(text));
  expect(result.errors).toEqual([]);
  return statements;
}

/** Statements of one kind look alike up to what they look for. */
function countKinds(statements: string[]): Map<string, number> {
  const kinds = statements.map((text) => text.split(/ where |\(/u)[0] ?? "");
  return new Map(kinds.map((kind) => [kind, kinds.filter((each) => each === kind).length]));
}

/** Kinds that a longer page asks for more often; one that the short page had no row for may come once. */
function grownKinds(few: string[], many: string[]): string[] {
  const before = countKinds(few);
  return [...countKinds(many)]
    .filter(([kind, count]) => count > Math.max(1, before.get(kind) ?? 0))
    .map(([kind, count]) => `${kind}: ${before.get(kind) ?? 0}, then ${count}`);
}

test.each(Object.entries(lists))("%s: 100 rows take the same statements as 5", async (_, query) => {
  const few = await statementsFor(running.url, query, 5);
  const many = await statementsFor(running.url, query, 100);
  expect(few.length).toBeGreaterThan(0);
  expect(grownKinds(few, many)).toEqual([]);
});

test("control: a loader that asks row by row is counted", async () => {
  const few = await statementsFor(open.url, lists["items"] ?? "", 5);
  const many = await statementsFor(open.url, lists["items"] ?? "", 100);
  expect(many.length).toBeGreaterThan(few.length + 90);
  expect(grownKinds(few, many)).not.toEqual([]);
});
