import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { notFound } from "../../shared/refusal.ts";
import { findSchedule } from "../storage/schedule-row.ts";

/** It makes no more counts; those that it has made stay, and say by whom they were made. */
export function retireSchedule(
  em: EntityManager,
  { warehouseId, id }: { warehouseId: number; id: number },
): Promise<void> {
  return inTransaction(em, async ({ db }) => {
    if (!(await findSchedule(db, warehouseId, id))) throw notFound("schedule");
    await sql`update schedule set is_active = false
        where warehouse_id = ${warehouseId} and id = ${id}`.execute(db);
  });
}
