import type { Db } from "../../database/db.ts";
import { lineKey, type ObservationFacts } from "../domain/asked-observation.ts";
import { foldLine, sharingPolicyOf, type FoldedLine } from "../domain/fold-line.ts";
import { isCountedByPiece } from "../domain/reject-observation.ts";
import { entriesOfRound, latestRound } from "../domain/rounds-of-line.ts";
import type { SessionRow } from "../domain/rows.ts";
import { widestGap, type StandingObservation } from "../domain/standing-by-line.ts";
import type { CountedLine } from "./counted-line.ts";
import { saveLines, type ToSave } from "./save-lines.ts";
import { savePieces } from "./save-pieces.ts";
import { saveRoundFolds } from "./save-round-folds.ts";
import { settleLines } from "./save-settled.ts";

type Facts = Pick<ObservationFacts, "items" | "options">;

export interface LineToFold {
  line: CountedLine;
  /** All that stands of the line, whatever the round. */
  entries: readonly StandingObservation[];
}

/** Folds lines anew and stores what they have come to, with the entries and events that changed them. */
export async function saveFolds(
  db: Db,
  session: SessionRow,
  lines: readonly LineToFold[],
  facts: Facts,
  { now, ...happened }: Omit<ToSave, "lines"> & { now: Date },
): Promise<void> {
  const ofOneRound = lines
    .filter(({ line }) => line.rounds === null)
    .map(({ line, entries }) => ({ line, ...foldOf(line, entries, facts) }));
  const byPiece = ofOneRound.filter(({ line }) => isByPiece(line, facts));
  await savePieces(db, session, byPiece);

  // Before the events: whoever follows these looks at the numbers as they are by then.
  await saveRecounted(
    db,
    session,
    lines.filter(({ line }) => line.rounds !== null),
    facts,
  );
  await saveLines(db, session, { ...happened, lines: ofOneRound }, now);
}

async function saveRecounted(
  db: Db,
  session: SessionRow,
  recounted: readonly LineToFold[],
  facts: Facts,
): Promise<void> {
  if (recounted.length === 0) return;
  const rounds = recounted.flatMap(({ line, entries }) =>
    Array.from({ length: latestRound(line.rounds) }, (_, at) => ({
      ...{ lineId: line.id, round: at + 1 },
      ...foldOf(line, entriesOfRound(entries, at + 1), facts),
    })),
  );
  await saveRoundFolds(db, session, rounds);
  const lineIds = recounted.map(({ line }) => line.id);
  await settleLines(db, session, lineIds);
}

function foldOf(
  line: CountedLine,
  entries: readonly StandingObservation[],
  facts: Facts,
): { folded: FoldedLine; gap: StandingObservation["gap"] } {
  const folded = foldLine(entries, isByPiece(line, facts), sharingPolicyOf(facts.options));
  return { folded, gap: widestGap(entries, folded.settledBy) };
}

function isByPiece({ itemId }: CountedLine, { items }: Facts): boolean {
  const item = items.get(itemId);
  return item !== undefined && isCountedByPiece(item);
}

/** By name, with what stands of each. */
export function linesToFold(
  keys: Iterable<string>,
  lines: ReadonlyMap<string, CountedLine>,
  standing: ReadonlyMap<string, StandingObservation[]>,
): LineToFold[] {
  return [...keys].flatMap((key) => {
    const line = lines.get(key);
    return line ? [{ line, entries: standing.get(lineKey(line)) ?? [] }] : [];
  });
}
