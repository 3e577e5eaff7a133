import type { Db } from "../../database/db.ts";
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
  byPiece: ReadonlySet<number>,
): Promise<LineToSave[]> {
  const standing = await readStanding(db, session, lineIds);
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
