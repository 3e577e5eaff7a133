import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";

export interface ReadOwnNotices {
  warehouseId: number;
  userId: string;
  upTo: number;
}

/** Somebody has seen what is told to him, up to one. What was read stays read. */
export async function readOwnNotices(
  em: EntityManager,
  { warehouseId, userId, upTo }: ReadOwnNotices,
): Promise<void> {
  await inTransaction(em, ({ db }) =>
    sql`update own_notice_head
        set read_sequence = greatest(read_sequence, least(${upTo}::bigint, last_sequence))
        where warehouse_id = ${warehouseId} and user_id = ${userId}`.execute(db),
  );
}
