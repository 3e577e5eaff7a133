import { sql, type Db } from "../../database/db.ts";
import type { CloseOffMode } from "../domain/close-off.ts";

export interface CloseOffOfCount {
  warehouseId: number;
  sessionId: number;
  /** Empty where the count is not bound to places: those of its lines are meant. */
  locationIds: readonly number[];
  mode: CloseOffMode;
  reason: string;
  expiresAt: Date;
  ownerId: string;
  now: Date;
}

/** Closes off what a count counts, in the transaction of its start and under the ledger's lock. */
export async function closeOffForCount(db: Db, given: CloseOffOfCount): Promise<void> {
  const { warehouseId, sessionId, mode, reason, expiresAt, ownerId, now } = given;
  const places =
    given.locationIds.length > 0
      ? sql`select unnest(${[...given.locationIds]}::bigint[])`
      : sql`select distinct location_id from count_line
            where warehouse_id = ${warehouseId} and session_id = ${sessionId}`;
  await sql`with made as (
        insert into close_off (warehouse_id, location_id, mode, session_id, owner_id, reason,
          made_at, expires_at)
        select ${warehouseId}::int, p.location_id, ${mode}, ${sessionId}::bigint, ${ownerId}, ${reason},
          ${now}::timestamptz, ${expiresAt}::timestamptz
        from (${places}) as p(location_id)
        returning *
      )
      insert into close_off_step (warehouse_id, close_off_id, kind, actor_id, happened_at,
        expires_at, reason)
      select warehouse_id, id, 'MADE', owner_id, made_at, expires_at, reason from made`.execute(db);
}

/** A count that has ended needs its places no longer. */
export async function endCloseOffsOfCount(
  db: Db,
  { warehouseId, id }: { warehouseId: number; id: number },
  { actorId, now }: { actorId: string; now: Date },
): Promise<void> {
  await sql`with ended as (
        update close_off c set ended_at = ${now}::timestamptz, ended_by = ${actorId}
        where c.warehouse_id = ${warehouseId} and c.session_id = ${id} and c.ended_at is null
        returning c.*
      )
      insert into close_off_step (warehouse_id, close_off_id, kind, actor_id, happened_at, reason)
      select warehouse_id, id, 'ENDED', ended_by, ended_at, 'The count has ended.' from ended`.execute(
    db,
  );
}
