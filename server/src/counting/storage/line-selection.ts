import type { RawBuilder } from "kysely";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { Rejection } from "../../shared/rejection.ts";
import {
  rejectSelection,
  selectionsAtMost,
  type LineSelectionRow,
  type SelectionRejectionReason,
} from "../domain/line-selection.ts";

/** Who wants to use a selection, for which count. */
export interface SelectionUse {
  warehouseId: number;
  sessionId: number;
  token: string;
  actorId: string;
  now: Date;
}

const columns = sql`s.warehouse_id as "warehouseId", s.session_id as "sessionId", s.token,
  s.selected_by as "selectedBy", s.created_at as "createdAt", s.expires_at as "expiresAt",
  cardinality(s.line_ids) as "lineCount"`;

/** The lines of a selection in walking order, or why it may not be used. */
export async function linesOfSelection(
  db: Db,
  use: SelectionUse,
): Promise<{ lineIds: number[] } | { rejection: Rejection<SelectionRejectionReason> }> {
  const { warehouseId, token } = use;
  const found = await firstRowOf<LineSelectionRow & { lineIds: string[] }>(
    db,
    sql`select ${columns}, s.line_ids as "lineIds" from line_selection s
        where s.warehouse_id = ${warehouseId} and s.token = ${token}`,
  );
  const rejection = rejectSelection(found, use);
  if (rejection) return { rejection };
  return { lineIds: (found?.lineIds ?? []).map(Number) };
}

/** The selection itself, or why it may not be used. */
export async function findSelection(
  db: Db,
  use: SelectionUse,
): Promise<{ selection: LineSelectionRow } | { rejection: Rejection<SelectionRejectionReason> }> {
  const selection = await firstRowOf<LineSelectionRow>(
    db,
    sql`select ${columns} from line_selection s
        where s.warehouse_id = ${use.warehouseId} and s.token = ${use.token}`,
  );
  const rejection = rejectSelection(selection, use);
  if (rejection) return { rejection };
  return { selection: selection as LineSelectionRow };
}

/** The ids of a selection as rows; whether it may be used was asked before. */
export function selectedIds(warehouseId: number, token: string): RawBuilder<unknown> {
  return sql`select unnest(s.line_ids) from line_selection s
    where s.warehouse_id = ${warehouseId} and s.token = ${token}`;
}

/** Freezes the lines that a select finds, as `line_ids`; the oldest and the expired give way. */
export async function saveSelection(
  db: Db,
  selection: Omit<LineSelectionRow, "lineCount">,
  lineIds: RawBuilder<unknown>,
): Promise<LineSelectionRow> {
  const { warehouseId, token, sessionId, selectedBy, createdAt, expiresAt } = selection;
  await sql`delete from line_selection where expires_at <= ${createdAt}::timestamptz`.execute(db);
  await sql`delete from line_selection where (warehouse_id, token) in (
      select warehouse_id, token from line_selection where selected_by = ${selectedBy}
      order by created_at desc, token offset ${selectionsAtMost - 1})`.execute(db);
  const row = await firstRowOf<LineSelectionRow>(
    db,
    sql`insert into line_selection as s
          (warehouse_id, token, session_id, selected_by, created_at, expires_at, line_ids)
        values (${warehouseId}, ${token}, ${sessionId}, ${selectedBy}, ${createdAt}::timestamptz,
          ${expiresAt}::timestamptz, ${lineIds})
        returning ${columns}`,
  );
  return row as LineSelectionRow;
}
