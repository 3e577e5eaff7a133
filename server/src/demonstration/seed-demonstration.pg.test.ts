import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { type Db, firstRowOf, rowsOf, sql } from "../database/db.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { quantityText, type PlannedMove } from "./assign-identities.ts";
import { readDemonstrationCatalogue } from "./demonstration-catalogue.ts";
import { demonstrationAccounts } from "./demonstration-accounts.ts";
import { planDemonstration } from "./demonstration-plan.ts";
import { seedDemonstration } from "./seed-demonstration.ts";
import { seedLargeWarehouse } from "./seed-large-warehouse.ts";

const now = new Date("2026-11-20T12:32:08.000Z");
const plan = planDemonstration({ catalogue: readDemonstrationCatalogue(), now, seed: "tallyroom" });
const actorIdByEmail = new Map(demonstrationAccounts.map(({ email }) => [email, `user ${email}`]));

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await openTestDatabase("demonstration");
  db = database.ownerDb;
  for (const { email, name } of demonstrationAccounts) {
    const id = actorIdByEmail.get(email);
    await sql`insert into app_user (id, name, email) values (${id}, ${name}, ${email})`.execute(db);
  }
  await seed();
});
afterAll(() => database.close());

function seed(): Promise<void> {
  return inTransaction(database.owner.em, (transaction) =>
    seedDemonstration(transaction.db, now, actorIdByEmail),
  );
}

async function countOf(table: string): Promise<number> {
  const row = await firstRowOf(
    db,
    sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`,
  );
  return row?.count ?? -1;
}

describe("the demonstration in the database", () => {
  it("has every row of the plan", async () => {
    expect(await countOf("item")).toBe(plan.items.length);
    expect(await countOf("location")).toBe(plan.places.length);
    expect(await countOf("lot")).toBe(plan.lots.length);
    expect(await countOf("serial_unit")).toBe(plan.serialUnits.length);
    expect(await countOf("stock_move")).toBe(plan.moves.length);
    expect(await countOf("warehouse")).toBe(plan.warehouses.length);
  });

  it("has on hand what its ledger adds up to", async () => {
    const wrong = await rowsOf(
      db,
      sql`select q.id from quant q where q.quantity_on_hand <> (
        select coalesce(sum(m.quantity), 0) from stock_move m
        where m.warehouse_id = q.warehouse_id and m.quant_id = q.id)`,
    );
    expect(wrong).toEqual([]);
  });

  it("has on hand what the plan says, quant by quant", async () => {
    const quants = await rowsOf(
      db,
      sql<{ name: string; quantity: string }>`
        select concat_ws(' ', w.code, i.sku, l.code, t.code, q.status) as name,
          trim_scale(q.quantity_on_hand)::text as quantity
        from quant q
        join warehouse w on w.id = q.warehouse_id
        join item i on i.id = q.item_id
        join location l on l.warehouse_id = q.warehouse_id and l.id = q.location_id
        left join lot t on t.id = q.lot_id`,
    );
    expect(new Map(quants.map(({ name, quantity }) => [name, quantity]))).toEqual(plannedQuants());
  });

  it("has each serial where its last move put it", async () => {
    const units = await rowsOf(
      db,
      sql<{ name: string; place: string | null }>`
        select i.sku || ' ' || u.serial as name, w.code || ' ' || l.code || ' ' || q.status as place
        from serial_unit u
        join item i on i.id = u.item_id
        left join quant q on q.warehouse_id = u.warehouse_id and q.id = u.quant_id
        left join warehouse w on w.id = q.warehouse_id
        left join location l on l.warehouse_id = q.warehouse_id and l.id = q.location_id`,
    );
    expect(new Map(units.map(({ name, place }) => [name, place]))).toEqual(plannedSerials());
  });

  it("numbers each ledger without a hole", async () => {
    const ledgers = await rowsOf(
      db,
      sql<{ isDense: boolean }>`
        select count(*) = max(m.id) and max(m.id) = min(h.last_move_id) as "isDense"
        from stock_move m join ledger_head h on h.warehouse_id = m.warehouse_id
        group by m.warehouse_id`,
    );
    expect(ledgers).toEqual([{ isDense: true }, { isDense: true }]);
  });

  it("hangs every place into the tree by its path", async () => {
    const wrong = await rowsOf(
      db,
      sql`select c.code from location c
        left join location p on p.warehouse_id = c.warehouse_id and p.id = c.parent_id
        where c.path <> coalesce(p.path, '/') || c.id || '/'`,
    );
    expect(wrong).toEqual([]);
  });

  it("keeps the counters to the main warehouse", async () => {
    const limits = await rowsOf(
      db,
      sql`select u.email, w.code from user_warehouse x
        join app_user u on u.id = x.user_id join warehouse w on w.id = x.warehouse_id
        order by u.email`,
    );
    expect(limits).toEqual([
      { email: "aiko@tallyroom.example", code: "MAIN" },
      { email: "jonas@tallyroom.example", code: "MAIN" },
      { email: "maria@tallyroom.example", code: "MAIN" },
    ]);
  });

  it("is not written a second time", async () => {
    await seed();
    expect(await countOf("stock_move")).toBe(plan.moves.length);
    expect(await countOf("item")).toBe(plan.items.length);
  });
});

describe("the large warehouse", () => {
  it("has the quants and moves asked for, and none below nothing at any instant", async () => {
    const made = await inTransaction(database.owner.em, (transaction) =>
      seedLargeWarehouse(transaction.db, now, { quantCount: 1_000, moveCount: 25_000 }),
    );
    const found = await firstRowOf(
      db,
      sql<{ moves: number; quants: number; lowest: string; last: Date }>`
        select count(*)::int as moves, count(distinct quant_id)::int as quants,
          min(running) as lowest, max(recorded_at) as last
        from (
          select quant_id, recorded_at,
            sum(quantity) over (partition by quant_id order by effective_at, id) as running
          from stock_move where warehouse_id = ${made.warehouseId}
        ) m`,
    );
    expect(found).toMatchObject({ moves: 25_000, quants: 1_000, last: now });
    expect(Number(found?.lowest)).toBeGreaterThanOrEqual(0);
  });

  it("is not made a second time", async () => {
    const again = inTransaction(database.owner.em, (transaction) =>
      seedLargeWarehouse(transaction.db, now, { quantCount: 100, moveCount: 100 }),
    );
    await expect(again).rejects.toThrow("The warehouse LARGE exists already.");
  });
});

function plannedQuants(): Map<string, string> {
  const quantities = new Map<string, number>();
  for (const move of plan.moves) {
    const { warehouseCode, sku, locationCode, lotCode, status } = move;
    const name = [warehouseCode, sku, locationCode, lotCode, status].filter(Boolean).join(" ");
    quantities.set(name, (quantities.get(name) ?? 0) + Math.round(Number(move.quantity) * 1000));
  }
  return new Map([...quantities].map(([name, quantity]) => [name, quantityText(quantity)]));
}

function plannedSerials(): Map<string, string | null> {
  const places = new Map<string, string | null>();
  const placeOf = ({ quantity, warehouseCode, locationCode, status }: PlannedMove) =>
    quantity.startsWith("-") ? null : `${warehouseCode} ${locationCode} ${status}`;
  for (const move of plan.moves) {
    for (const serial of move.serials) places.set(`${move.sku} ${serial}`, placeOf(move));
  }
  return places;
}
