import { connect, dbOf } from "../database/connect.ts";
import { type Db, firstRowOf, sql } from "../database/db.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { appendLargeMoves, planLargeRecordings } from "./append-large-moves.ts";
import {
  insertLargeCatalogue,
  largeWarehouseCode,
  type LargeSize,
} from "./large-warehouse-catalogue.ts";

export interface LargeWarehouseOptions {
  quantCount: number;
  /** All moves, the opening receipt of every quant among them. */
  moveCount: number;
  itemCount?: number;
  binCount?: number;
  recordedBy?: string;
  tell?: (progress: string) => void;
}

export interface LargeWarehouse extends LargeSize {
  warehouseId: number;
  quantCount: number;
  moveCount: number;
}

/**
 * A warehouse for measuring: the same rows every time, written by the database itself. A few quants
 * see most of the moves, as in a real one. The caller has opened the transaction.
 */
export async function seedLargeWarehouse(
  db: Db,
  now: Date,
  options: LargeWarehouseOptions,
): Promise<LargeWarehouse> {
  const { quantCount, recordedBy = "demo:large", tell = () => undefined } = options;
  const moveCount = Math.max(quantCount, options.moveCount);
  const size: LargeSize = {
    itemCount: options.itemCount ?? Math.max(10, Math.ceil(quantCount / 5)),
    binCount: options.binCount ?? Math.max(10, Math.ceil(quantCount / 4)),
  };

  const warehouseId = await insertWarehouse(db, now);
  await insertLargeCatalogue(db, warehouseId, size, now);
  await sql`analyze item, lot, location`.execute(db);
  tell(`${size.itemCount} items, ${size.binCount} bins`);
  const ledger = { warehouseId, recordedBy, quantCount, moveCount, size };
  for (const recording of planLargeRecordings({ quantCount, moveCount }, now)) {
    await appendLargeMoves(db, ledger, recording);
    if (recording.last < quantCount) await sql`analyze quant, stock_move`.execute(db);
    tell(`${recording.last + 1} of ${moveCount} moves`);
  }
  await sql`analyze quant, stock_move`.execute(db);
  await assertQuants(db, warehouseId, quantCount);
  return { warehouseId, ...size, quantCount, moveCount };
}

async function insertWarehouse(db: Db, now: Date): Promise<number> {
  const created = await firstRowOf(
    db,
    sql<{ id: number }>`
      with created as (
        insert into warehouse (code, name, time_zone, currency, created_at)
        values (${largeWarehouseCode}, 'Large warehouse', 'Europe/Berlin', 'USD', ${now})
        on conflict (code) do nothing
        returning id
      ), headed as (
        insert into ledger_head (warehouse_id) select id from created
      )
      select id from created`,
  );
  if (!created) throw new Error(`The warehouse ${largeWarehouseCode} exists already.`);
  return created.id;
}

/** Numbers of items and bins with a common divisor could let two quants fall on one place. */
async function assertQuants(db: Db, warehouseId: number, quantCount: number): Promise<void> {
  const made = await firstRowOf(
    db,
    sql<{ count: number; lowest: string | null }>`
      select count(*)::int as count, min(quantity_on_hand) as lowest
      from quant where warehouse_id = ${warehouseId}`,
  );
  if (made?.count !== quantCount) {
    throw new Error(
      `${quantCount} quants were asked for and ${made?.count} made: choose other numbers.`,
    );
  }
  if (Number(made.lowest) < 0)
    throw new Error("A quant of the large warehouse fell below nothing.");
}

export interface LargeWarehouseArguments {
  url: string;
  quantCount?: number;
  moveCount?: number;
  print?: (line: string) => void;
}

/** For the command line: one transaction, because half a warehouse could not be taken back. */
export async function main(given: LargeWarehouseArguments): Promise<LargeWarehouse> {
  const { url, quantCount = 100_000, moveCount = 200_000, print = console.log } = given;
  const startedMs = performance.now();
  const orm = await connect({ url, poolSize: 2, role: null });
  try {
    const administrator = await firstRowOf(
      dbOf(orm),
      sql<{ id: string }>`
        select u.id from app_user u join user_role r on r.user_id = u.id
        where r.role_code = 'administrator' order by u.created_at, u.id limit 1`,
    );
    const made = await inTransaction(orm.em, ({ db }) =>
      seedLargeWarehouse(db, new Date(), {
        quantCount,
        moveCount,
        recordedBy: administrator?.id,
        tell: print,
      }),
    );
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    print(
      `${largeWarehouseCode}: ${made.quantCount} quants, ${made.moveCount} moves, ${seconds} s`,
    );
    return made;
  } finally {
    await orm.close();
  }
}
