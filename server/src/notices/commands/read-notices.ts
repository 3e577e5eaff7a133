import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";

export interface ReadNotices {
  warehouseId: number;
  userId: string;
  upTo: number;
}

/** Somebody has seen the notices up to one. What was read stays read. */
export async function readNotices(
  em: EntityManager,
  { warehouseId, userId, upTo }: ReadNotices,
): Promise<void> {
  await inTransaction(em, ({ db }) =>
    sql`insert into notice_read as r (warehouse_id, user_id, sequence)
        select ${warehouseId}, ${userId}, least(${upTo}::bigint, h.last_sequence)
        from notice_head h where h.warehouse_id = ${warehouseId}
        on conflict (warehouse_id, user_id) do update
        set sequence = greatest(r.sequence, excluded.sequence)`.execute(db),
  );
}
