import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { CloseOffMode, CloseOffRow, CloseOffStepRow } from "../domain/close-off.ts";

export const closeOffColumns = sql`c.warehouse_id as "warehouseId", c.id,
  c.location_id as "locationId", c.mode, c.session_id as "sessionId", c.owner_id as "ownerId",
  c.reason, c.made_at as "madeAt", c.expires_at as "expiresAt", c.ended_at as "endedAt",
  c.ended_by as "endedById"`;

export interface CloseOffToMake {
  warehouseId: number;
  locationId: number;
  mode: CloseOffMode;
  sessionId: number | null;
  ownerId: string;
  reason: string;
  expiresAt: Date;
  now: Date;
}

export async function insertCloseOff(db: Db, made: CloseOffToMake): Promise<CloseOffRow> {
  const row = await firstRowOf<CloseOffRow>(
    db,
    sql`insert into close_off as c (warehouse_id, location_id, mode, session_id, owner_id, reason,
          made_at, expires_at)
        values (${made.warehouseId}, ${made.locationId}, ${made.mode}, ${made.sessionId},
          ${made.ownerId}, ${made.reason}, ${made.now}, ${made.expiresAt})
        returning ${closeOffColumns}`,
  );
  return row as CloseOffRow;
}

export interface CloseOffKey {
  warehouseId: number;
  id: number;
}

export function lockCloseOff(db: Db, { warehouseId, id }: CloseOffKey) {
  return firstRowOf<CloseOffRow>(
    db,
    sql`select ${closeOffColumns} from close_off c
        where c.warehouse_id = ${warehouseId} and c.id = ${id} for no key update`,
  );
}

export async function saveCloseOffStep(
  db: Db,
  { warehouseId, id }: CloseOffKey,
  step: CloseOffStepRow,
): Promise<void> {
  await sql`insert into close_off_step (warehouse_id, close_off_id, kind, actor_id, happened_at,
        expires_at, reason)
      values (${warehouseId}, ${id}, ${step.kind}, ${step.actorId}, ${step.happenedAt},
        ${step.expiresAt}, ${step.reason})`.execute(db);
}
