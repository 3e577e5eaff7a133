import { afterAll, beforeAll, expect, test } from "vitest";
import { silentDoorbell } from "../../test/silent-doorbell.ts";
import { makeWarehouses, moveIn, type StockedWarehouse } from "../../test/stocked-warehouse.ts";
import { openTestDatabase, type TestDatabase } from "../../test/test-database.ts";
import { recordStockMoves } from "../stock/commands/record-stock-moves.ts";
import { dbOf } from "./connect.ts";
import { firstRowOf, rowsOf, sql, type Db } from "./db.ts";

let database: TestDatabase;
let warehouse: StockedWarehouse;

beforeAll(async () => {
  database = await openTestDatabase("fences");
  warehouse = await makeWarehouses(database.ownerDb);
  await recordStockMoves(database.orm.em, silentDoorbell, {
    warehouseId: warehouse.warehouseId,
    recordedBy: "ines",
    now: new Date("2026-11-21T08:00:00Z"),
    moves: Array.from({ length: 200 }, () => moveIn(warehouse)),
  });
});
afterAll(() => database.close());

const forbidden = [
  "insert into quant (warehouse_id, item_id, location_id) values (1, 1, 1)",
  "update quant set quantity_on_hand = 0",
  "delete from quant",
  "insert into stock_move select * from stock_move",
  "update stock_move set quantity = 5",
  "delete from stock_move",
  "truncate stock_move cascade",
  "delete from stock_move_serial",
  "update ledger_head set last_move_id = 0",
  "insert into ledger_head (warehouse_id, last_move_id) values (1, 9)",
  "delete from ledger_head",
  "update serial_unit set quant_id = null",
  "insert into serial_unit (item_id, serial, warehouse_id, quant_id) values (1, 'S', 1, 1)",
  "delete from serial_unit",
  "insert into migration (name) values ('forged')",
  "alter table stock_move disable trigger all",
  "drop function append_stock_moves",
  "create table spare (id integer)",
];

test.each(forbidden)("I9: the application may not: %s", async (statement) => {
  await expect(sql.raw(statement).execute(database.db)).rejects.toMatchObject({ code: "42501" });
});

test.each([
  "update stock_move set quantity = 5",
  "delete from stock_move",
  "truncate stock_move_serial",
])("I9: nor does its owner rewrite history: %s", async (statement) => {
  await expect(sql.raw(statement).execute(database.ownerDb)).rejects.toThrow("append-only");
});

test("control: without the fences the same statements go through", async () => {
  await dbOf(database.owner)
    .transaction()
    .execute(async (transaction) => {
      await sql`alter table stock_move disable trigger stock_move_append_only`.execute(transaction);
      const changed = await sql`update stock_move set quantity = 5`.execute(transaction);
      expect(changed.numAffectedRows).toBe(200n);
      throw new Error("rolled back");
    })
    .catch((error: unknown) => expect(error).toMatchObject({ message: "rolled back" }));
});

test("the quantity at an instant is one range of one index", async () => {
  const plan = await dbOf(database.owner)
    .transaction()
    .execute(async (transaction) => {
      await fillLedger(transaction);
      return rowsOf<{ "QUERY PLAN": string }>(
        transaction,
        sql`explain select coalesce(sum(m.quantity), 0) from stock_move m
          where m.warehouse_id = ${warehouse.warehouseId} and m.quant_id = 7
            and m.effective_at <= now()`,
      );
    });
  const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
  expect(text).toContain("stock_move_quant_time");
  expect(text).not.toContain("Seq Scan");
});

/** A year of one warehouse, so that the planner has something to choose from. */
async function fillLedger(db: Db): Promise<void> {
  await sql`insert into location (warehouse_id, path, code, name, kind)
            select ${warehouse.warehouseId}, '/', 'S' || n, '', 'STORAGE'
            from generate_series(1, 1000) as n`.execute(db);
  await sql`insert into quant (warehouse_id, item_id, location_id)
            select warehouse_id, ${warehouse.bulk}, id from location where code like 'S%'`.execute(
    db,
  );
  await sql`insert into stock_move (warehouse_id, id, quant_id, kind, quantity, effective_at,
              recorded_at, recorded_by, external_id, request_hash)
            select q.warehouse_id, 1000 + row_number() over (), q.id, 'RECEIPT', 1,
              now() - n * interval '8 hours', now(), 'ines', q.id || ' ' || n, ''
            from quant q, generate_series(1, 40) as n where q.quantity_on_hand = 0`.execute(db);
  await sql`analyze stock_move`.execute(db);
}

test("what happened earlier and was recorded later counts where it happened", async () => {
  const at = async (iso: string) => {
    const row = await firstRowOf<{ quantity: string }>(
      database.db,
      sql`select quantity_at(warehouse_id, id, ${iso}::timestamptz) as quantity from quant order by id limit 1`,
    );
    return Number(row?.quantity);
  };
  expect(await at("2026-11-20T09:59:59.999Z")).toBe(0);
  expect(await at("2026-11-20T10:00:00Z")).toBe(200);
  await recordStockMoves(database.orm.em, silentDoorbell, {
    warehouseId: warehouse.warehouseId,
    recordedBy: "ines",
    now: new Date("2026-11-21T09:00:00Z"),
    moves: [moveIn(warehouse, { effectiveAt: new Date("2026-11-19T10:00:00Z") })],
  });
  expect(await at("2026-11-20T09:59:59.999Z")).toBe(1);
  expect(await at("2026-11-20T10:00:00Z")).toBe(201);
});
