import type { EntityManager } from "@mikro-orm/postgresql";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { notFound } from "../../shared/refusal.ts";
import { keptAlways } from "../domain/kept.ts";
import {
  rejectWarehouse,
  type ProposedWarehouse,
  type WarehouseRejectionReason,
} from "../domain/reject-warehouse.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { requireShortTexts } from "../../shared/require-short-texts.ts";
import { warehouseColumns } from "../storage/columns.ts";
import type { WarehouseRow } from "../domain/rows.ts";
import { decideAgainAfterRace } from "../../database/decide-again-after-race.ts";

export interface SaveWarehouse extends ProposedWarehouse {
  /** Null opens a new warehouse. */
  id: number | null;
  isActive?: boolean | null;
  allowsNegativeStock?: boolean | null;
}

export type WarehouseOutcome =
  { saved: WarehouseRow } | { rejection: Rejection<WarehouseRejectionReason> };

export async function saveWarehouse(
  em: EntityManager,
  now: Date,
  input: SaveWarehouse,
): Promise<WarehouseOutcome> {
  requireShortTexts([input.code, input.name]);
  return decideAgainAfterRace(() =>
    inTransaction(em, async ({ db }) => {
      const proposed = { ...input, code: input.code.trim(), name: input.name.trim() };
      const before = input.id === null ? null : await lockWarehouse(db, input.id);
      const rejection = rejectWarehouse(proposed, {
        codeIsTaken: await codeIsTaken(db, proposed),
      });
      if (rejection) return { rejection };
      return { saved: before ? await update(db, before, proposed) : await open(db, now, proposed) };
    }),
  );
}

async function lockWarehouse(db: Db, id: number): Promise<WarehouseRow> {
  const row = await firstRowOf<WarehouseRow>(
    db,
    sql`select ${warehouseColumns} from warehouse w where w.id = ${id} for no key update`,
  );
  if (!row) throw notFound("warehouse");
  return row;
}

async function codeIsTaken(db: Db, { id, code }: SaveWarehouse): Promise<boolean> {
  const other = await firstRowOf(
    db,
    sql`select 1 from warehouse where code = ${code} and id is distinct from ${id}::int`,
  );
  return other !== null;
}

/** A warehouse without a ledger could not take a single move: both rows, or none. */
async function open(db: Db, now: Date, input: SaveWarehouse): Promise<WarehouseRow> {
  const row = await firstRowOf<WarehouseRow>(
    db,
    sql`insert into warehouse as w
          (code, name, time_zone, currency, is_active, allows_negative_stock, created_at)
        values (${input.code}, ${input.name}, ${input.timeZone}, ${input.currency},
          ${keptAlways(input.isActive, true)}, ${keptAlways(input.allowsNegativeStock, false)},
          ${now}::timestamptz)
        returning ${warehouseColumns}`,
  );
  const opened = row as WarehouseRow;
  await sql`insert into ledger_head (warehouse_id) values (${opened.id})`.execute(db);
  return opened;
}

async function update(db: Db, before: WarehouseRow, input: SaveWarehouse): Promise<WarehouseRow> {
  const row = await firstRowOf<WarehouseRow>(
    db,
    sql`update warehouse w
        set code = ${input.code}, name = ${input.name}, time_zone = ${input.timeZone},
          currency = ${input.currency}, is_active = ${keptAlways(input.isActive, before.isActive)},
          allows_negative_stock =
            ${keptAlways(input.allowsNegativeStock, before.allowsNegativeStock)}
        where w.id = ${before.id}
        returning ${warehouseColumns}`,
  );
  return row as WarehouseRow;
}
