import type { EntityManager } from "@mikro-orm/postgresql";
import { firstRowOf, sql } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { notFound } from "../../shared/refusal.ts";

/** Counts made from it keep its name. Deleting again finds nothing. */
export async function deleteCountTemplate(
  em: EntityManager,
  { warehouseId, id }: { warehouseId: number; id: number },
): Promise<void> {
  await inTransaction(em, async ({ db }) => {
    const gone = await firstRowOf(
      db,
      sql`delete from count_template where warehouse_id = ${warehouseId} and id = ${id}
          returning id`,
    );
    if (!gone) throw notFound("count template");
  });
}
