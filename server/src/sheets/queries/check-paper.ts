import { listPeopleWhoMay } from "../../accounts/queries/list-people-who-may.ts";
import type { ObservationMode } from "../../counting/domain/words.ts";
import type { PaperRejectionReason } from "../../counting/domain/observation-rejections.ts";
import { firstRowOf, sql, type Db } from "../../database/db.ts";

export interface SaidOnPaper {
  counterId: string;
  /** Undefined where no sheet is named; null for one that is nothing here. */
  sheetId: number | null | undefined;
  /** Undefined where no line is named: something that lay there, and that the sheet does not list. */
  lineId: number | null | undefined;
  mode: ObservationMode;
}

export type PaperCheck = (said: SaidOnPaper) => PaperRejectionReason | null;

/** What is wrong with who is said to have counted and on which sheet, for all entries of a batch. */
export async function checkPaper(
  db: Db,
  { warehouseId, sessionId, actorId }: { warehouseId: number; sessionId: number; actorId: string },
  batch: readonly SaidOnPaper[],
): Promise<PaperCheck> {
  const others = batch.some(({ counterId }) => counterId !== actorId);
  const people = others
    ? new Set(await listPeopleWhoMay(db, "update:stock-count", warehouseId))
    : new Set<string>();
  const sheetIds = [...new Set(batch.flatMap(({ sheetId }) => (sheetId ? [sheetId] : [])))];
  const sheets = new Map<number, ReadonlySet<number>>();
  for (const sheetId of sheetIds) {
    const lines = await linesOn(db, { warehouseId, sessionId, sheetId });
    if (lines) sheets.set(sheetId, lines);
  }
  return ({ counterId, sheetId, lineId, mode }) => {
    if (counterId !== actorId && !people.has(counterId)) return "COUNTER_UNKNOWN";
    if (sheetId === undefined) return null;
    const lines = sheets.get(sheetId ?? 0);
    if (!lines) return "SHEET_UNKNOWN";
    // What was found beside the lines is another part of its place: it puts nothing right.
    if (lineId === undefined) return mode === "ADD" ? null : "LINE_NOT_ON_SHEET";
    return lineId !== null && lines.has(lineId) ? null : "LINE_NOT_ON_SHEET";
  };
}

async function linesOn(
  db: Db,
  key: { warehouseId: number; sessionId: number; sheetId: number },
): Promise<ReadonlySet<number> | null> {
  const row = await firstRowOf<{ lineIds: string[] }>(
    db,
    sql`select line_ids as "lineIds" from count_sheet
        where warehouse_id = ${key.warehouseId} and session_id = ${key.sessionId}
          and id = ${key.sheetId}`,
  );
  return row && new Set(row.lineIds.map(Number));
}
