import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { Page, PageArgs } from "../../shared/connection.ts";
import { readPage } from "../../shared/page.ts";
import type { CloseOffMoveRow, CloseOffRow, CloseOffStepRow } from "../domain/close-off.ts";
import type { HoldRow } from "../domain/hold.ts";
import { closeOffColumns, type CloseOffKey } from "../storage/close-off-row.ts";
import { holdColumns } from "../storage/hold-row.ts";

/** What is closed off now, or was ever; the latest first. */
export function listCloseOffs(
  db: Db,
  warehouseId: number,
  { onlyCurrent, now }: { onlyCurrent: boolean; now: Date },
  page: PageArgs,
): Promise<Page<CloseOffRow>> {
  return readPage<CloseOffRow>(
    db,
    {
      columns: closeOffColumns,
      from: sql`close_off c`,
      where: [
        sql`c.warehouse_id = ${warehouseId}`,
        ...(onlyCurrent ? [sql`c.ended_at is null and c.expires_at > ${now}::timestamptz`] : []),
      ],
      order: [{ column: sql`c.id`, type: "bigint", direction: "DESC" }],
    },
    page,
  );
}

export function listHolds(
  db: Db,
  warehouseId: number,
  onlyCurrent: boolean,
  page: PageArgs,
): Promise<Page<HoldRow>> {
  return readPage<HoldRow>(
    db,
    {
      columns: holdColumns,
      from: sql`stock_hold h`,
      where: [
        sql`h.warehouse_id = ${warehouseId}`,
        ...(onlyCurrent ? [sql`h.released_at is null`] : []),
      ],
      order: [{ column: sql`h.id`, type: "bigint", direction: "DESC" }],
    },
    page,
  );
}

/** Who did what with it, in order. */
export function readCloseOffSteps(
  db: Db,
  { warehouseId, id }: CloseOffKey,
): Promise<CloseOffStepRow[]> {
  return rowsOf<CloseOffStepRow>(
    db,
    sql`select s.kind, s.actor_id as "actorId", s.happened_at as "happenedAt",
          s.expires_at as "expiresAt", s.reason
        from close_off_step s
        where s.warehouse_id = ${warehouseId} and s.close_off_id = ${id} order by s.id`,
  );
}

/** Moves that were made inside it all the same, the latest first. */
export function listCloseOffMoves(
  db: Db,
  { warehouseId, id }: CloseOffKey,
  page: PageArgs,
): Promise<Page<CloseOffMoveRow>> {
  return readPage<CloseOffMoveRow>(
    db,
    {
      columns: sql`m.close_off_id as "closeOffId", m.move_id as "moveId",
        m.override_reason as "overrideReason"`,
      from: sql`close_off_move m`,
      where: [sql`m.warehouse_id = ${warehouseId}`, sql`m.close_off_id = ${id}`],
      order: [{ column: sql`m.move_id`, type: "bigint", direction: "DESC" }],
    },
    page,
  );
}
