import { rowsOf, sql, type Db } from "../../database/db.ts";
import { foldLine } from "../domain/fold-line.ts";
import { observationKey } from "../domain/observation.ts";
import { readStanding, type StandingObservation } from "./read-standing.ts";
import { savePieces, type LineToSave } from "./save-lines.ts";
import type { SessionRow } from "../domain/rows.ts";

/** What all entries of each line say, and the pieces they found; the lines themselves are not saved yet. */
export async function refoldLines(
  db: Db,
  session: SessionRow,
  lineIds: readonly number[],
): Promise<LineToSave[]> {
  const standing = await readStanding(db, session, lineIds);
  const byPiece = await readLinesCountedByPiece(db, session, lineIds);
  const lines = lineIds.map((lineId) => {
    const entries = standing.get(lineId) ?? [];
    const folded = foldLine(entries, byPiece.has(lineId));
    return { ...folded, lineId, gap: widestGap(entries, new Set(folded.settledBy)) };
  });
  await savePieces(
    db,
    session,
    lines.filter(({ lineId }) => byPiece.has(lineId)),
  );
  return lines;
}

async function readLinesCountedByPiece(
  db: Db,
  { warehouseId }: SessionRow,
  lineIds: readonly number[],
): Promise<Set<number>> {
  const rows = await rowsOf<{ id: number }>(
    db,
    sql`select l.id from count_line l join item i on i.id = l.item_id
        where l.warehouse_id = ${warehouseId} and l.id = any(${[...lineIds]}::bigint[])
          and i.tracking in ('SERIAL', 'RFID')`,
  );
  return new Set(rows.map(({ id }) => id));
}

function widestGap(
  entries: readonly StandingObservation[],
  settledBy: ReadonlySet<string>,
): LineToSave["gap"] {
  const gaps = entries
    .filter((entry) => settledBy.has(observationKey(entry)))
    .flatMap(({ gap }) => (gap ? [gap] : []));
  if (gaps.length === 0) return null;
  const after = Math.min(...gaps.map((gap) => gap.after.valueOf()));
  const until = Math.max(...gaps.map((gap) => gap.until.valueOf()));
  return { after: new Date(after), until: new Date(until) };
}
