import type { Db } from "../../database/db.ts";
import { notFound } from "../../shared/refusal.ts";
import type { CountSheetRow } from "../domain/count-sheet.ts";
import {
  findSheet,
  findSheetByNumber,
  readSheets,
  type SessionKey,
} from "../storage/count-sheets.ts";

export async function loadSheet(db: Db, warehouseId: number, id: number): Promise<CountSheetRow> {
  const sheet = await findSheet(db, warehouseId, id);
  if (!sheet) throw notFound("count sheet");
  return sheet;
}

export function sheetNumbered(
  db: Db,
  session: SessionKey,
  number: number,
): Promise<CountSheetRow | null> {
  return findSheetByNumber(db, session, number);
}

/** Of a count, the latest first. */
export function listSheets(db: Db, session: SessionKey, atMost: number): Promise<CountSheetRow[]> {
  return readSheets(db, session, atMost);
}
