import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { brokenInvariants } from "../../../test/broken-invariants.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/test-database.ts";
import { sql } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { saveItem, type SaveItem } from "../commands/save-item.ts";
import { readCatalogueChanges } from "./read-catalogue-changes.ts";

const now = new Date("2026-11-21T08:00:00Z");
let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase("catalogue_changes");
  await sql`insert into unit (code, name, decimals) values ('EA', 'each', 0), ('BOX', 'box', 0)
    on conflict do nothing`.execute(database.ownerDb);
});
afterAll(async () => {
  expect(await brokenInvariants(database)).toEqual([]);
  await database.close();
});

async function save(sku: string, said: Partial<SaveItem> = {}): Promise<string> {
  const item = { id: null, sku, description: sku, unitCode: "EA", tracking: "BULK" as const };
  const outcome = await saveItem(database.orm.em.fork(), now, { ...item, ...said });
  if (!("saved" in outcome)) throw new Error(outcome.rejection.message);
  return String(outcome.saved.id);
}

const changesAfter = (cursor: string | null, atMost = 100) =>
  readCatalogueChanges(database.ownerDb, cursor, atMost);

async function skusAfter(cursor: string | null): Promise<(string | null)[]> {
  return (await changesAfter(cursor)).changed.map(({ item }) => item?.sku ?? null);
}

/** Another session of the database, as another server's. */
async function asAnother<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const insert = (sku: string) =>
  `insert into item (sku, description, unit_code, tracking, created_at)
   values ('${sku}', '${sku}', 'EA', 'BULK', now())`;

test("the first time all, afterwards only what changed, page by page", async () => {
  const [bolt, nut] = [await save("BOLT"), await save("NUT")];
  const first = await changesAfter(null, 1);
  expect(first).toMatchObject({ hasMore: true, startsAnew: false });
  const second = await changesAfter(first.cursor, 1);
  expect([...first.changed, ...second.changed].map(({ id }) => id)).toEqual([bolt, nut]);
  const { cursor, hasMore } = second;
  expect(hasMore).toBe(false);
  expect(await changesAfter(cursor)).toMatchObject({ changed: [], cursor, hasMore: false });

  await save("NUT", { id: Number(nut), description: "A better nut" });
  const [changed, ...others] = (await changesAfter(cursor)).changed;
  expect(changed).toMatchObject({ id: nut, item: { description: "A better nut" } });
  expect(others).toEqual([]);
});

test("a barcode and a pack are changes of their item", async () => {
  const bolt = await save("PACKED");
  const { cursor } = await changesAfter(null);
  await save("PACKED", {
    id: Number(bolt),
    packs: [{ unitCode: "BOX", factor: new Decimal(12) }],
    barcodes: [{ code: "4006381333931", packUnitCode: "BOX" }],
  });
  expect((await changesAfter(cursor)).changed).toEqual([
    {
      ...{ id: bolt, sequence: expect.any(String) },
      item: {
        ...{ sku: "PACKED", description: "PACKED", tracking: "BULK", unitCode: "EA" },
        packs: [["BOX", "12"]],
        barcodes: [["4006381333931", "GTIN", "BOX"]],
      },
    },
  ]);
});

test("what is out of use, or gone, is told once, and not to whoever begins", async () => {
  const [retired, gone] = [await save("RETIRED"), await save("GONE")];
  const { cursor } = await changesAfter(null);
  await save("RETIRED", { id: Number(retired), isActive: false });
  await sql`delete from item where id = ${gone}`.execute(database.ownerDb);
  const { changed } = await changesAfter(cursor);
  expect(changed.map(({ id, item }) => [id, item])).toEqual([
    [retired, null],
    [gone, null],
  ]);
  expect(await skusAfter(null)).not.toContain(null);
});

test("a cursor of another life of the database starts anew", async () => {
  const { changed, startsAnew } = await changesAfter("999999999:1");
  expect(startsAnew).toBe(true);
  expect(changed.length).toBeGreaterThan(0);
  await expect(changesAfter("nonsense")).rejects.toThrow("no cursor");
});

/** One begins first and commits last; somebody reads in between. What does he see afterwards? */
async function seenOfTheSlower(name: string): Promise<(string | null)[]> {
  return asAnother(async (slower) => {
    await slower.query("begin");
    await slower.query(insert(`SLOW-${name}`));
    await save(`QUICK-${name}`);
    const { cursor } = await changesAfter(null);
    await slower.query("commit");
    return skusAfter(cursor);
  });
}

test("who began earlier and committed later is not missed", async () => {
  expect(await seenOfTheSlower("SAFE")).toEqual(["SLOW-SAFE"]);
});

test("control: numbers that are drawn when a change is made miss him", async () => {
  await sql`create sequence naive start 100000`.execute(database.ownerDb);
  await sql`grant usage on sequence naive to tallyroom_app`.execute(database.ownerDb);
  await sql`
    create function note_at_once() returns trigger language plpgsql as $$
    begin
      insert into item_change values (new.id, nextval('naive'))
        on conflict (item_id) do update set sequence = excluded.sequence;
      return null;
    end $$`.execute(database.ownerDb);
  await sql`alter table item disable trigger item_changed`.execute(database.ownerDb);
  await sql`create trigger noted after insert on item for each row execute function note_at_once()`.execute(
    database.ownerDb,
  );
  await sql`update catalogue_head set sequence = 200000`.execute(database.ownerDb);
  expect(await seenOfTheSlower("NAIVE")).toEqual([]);
  await sql`drop trigger noted on item`.execute(database.ownerDb);
  await sql`alter table item enable trigger item_changed`.execute(database.ownerDb);
});

test("two savers never wait for each other in a circle", async () => {
  const [first, second] = [await save("CIRCLE-1"), await save("CIRCLE-2")];
  const change = (id: string, text: string) =>
    `update item set description = '${text}' where id = ${id}`;
  await asAnother((one) =>
    asAnother(async (other) => {
      await one.query("begin");
      await other.query("begin");
      await one.query(change(first, "by one"));
      await other.query(change(second, "by the other"));
      await other.query("commit");
      await one.query(change(second, "by one"));
      await one.query("commit");
    }),
  );
  const { changed } = await changesAfter(null);
  expect(changed.filter(({ item }) => item?.description === "by one")).toHaveLength(2);
});
