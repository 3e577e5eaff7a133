import { appendPlannedMoves } from "./append-planned-moves.ts";
import { demonstrationAccounts } from "./demonstration-accounts.ts";
import { readDemonstrationCatalogue } from "./demonstration-catalogue.ts";
import { planDemonstration } from "./demonstration-plan.ts";
import { insertPlannedCatalogue } from "./insert-planned-catalogue.ts";
import { mainWarehouse } from "./plan-places.ts";
import { type Db, firstRowOf, sql } from "../database/db.ts";

export { demonstrationAccounts };

const seed = "tallyroom";

/**
 * Writes the demonstration once; where the main warehouse exists it does nothing. The caller has
 * made the accounts and opened the transaction: half a demonstration could not be taken back,
 * because the ledger is not edited.
 */
export async function seedDemonstration(
  db: Db,
  now: Date,
  actorIdByEmail: Map<string, string>,
): Promise<void> {
  if (await hasDemonstration(db)) return;
  const plan = planDemonstration({ catalogue: readDemonstrationCatalogue(), now, seed });
  await insertPlannedCatalogue(db, plan);
  await appendPlannedMoves(db, plan.moves, actorIdByEmail);
  await limitAccountsToWarehouses(db, actorIdByEmail);
  // The first questions are asked before the database looks at its new tables by itself.
  await sql`analyze item, item_barcode, location, lot, quant, serial_unit, stock_move,
    stock_move_serial`.execute(db);
}

async function hasDemonstration(db: Db): Promise<boolean> {
  const found = await firstRowOf(
    db,
    sql<{ id: number }>`select id from warehouse where code = ${mainWarehouse.code}`,
  );
  return found !== null;
}

/** The counters work in one warehouse; it exists only now. */
async function limitAccountsToWarehouses(
  db: Db,
  actorIdByEmail: ReadonlyMap<string, string>,
): Promise<void> {
  const limits = demonstrationAccounts.flatMap(({ email, warehouseCodes }) => {
    const userId = actorIdByEmail.get(email);
    if (!userId || !warehouseCodes) return [];
    return warehouseCodes.map((warehouseCode) => ({ userId, warehouseCode }));
  });
  await sql`
    insert into user_warehouse (user_id, warehouse_id)
    select u.id, w.id
    from jsonb_to_recordset(${JSON.stringify(limits)}::jsonb)
      as r("userId" text, "warehouseCode" text)
    join app_user u on u.id = r."userId"
    join warehouse w on w.code = r."warehouseCode"
    on conflict do nothing`.execute(db);
}
