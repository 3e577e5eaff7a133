import type { Db } from "../../database/db.ts";
import { lineKey } from "../domain/asked-observation.ts";
import {
  linesChangedBy,
  type KeptObservation,
  type ObservationResult,
} from "../domain/decide-observations.ts";
import type { NoticeToRaise } from "../../notices/domain/notice.ts";
import { raiseNotices } from "../../notices/storage/raise-notices.ts";
import type { SessionRow } from "../domain/rows.ts";
import { standingByLine } from "../domain/standing-by-line.ts";
import type { CountedLine } from "./counted-line.ts";
import { makeLines } from "./make-lines.ts";
import type { StoredFacts } from "./read-observation-facts.ts";
import { linesToFold, saveFolds } from "./save-folds.ts";

export type LinesByKey = ReadonlyMap<string, CountedLine>;

/** Stores what was decided to be kept, and folds the lines that it changes. Expects the session to be locked. */
export async function keepObservations(
  db: Db,
  session: SessionRow,
  decided: readonly ObservationResult[],
  facts: StoredFacts,
  now: Date,
): Promise<LinesByKey> {
  const known = new Map([...facts.lines.values()].map((line) => [lineKey(line), line]));
  const kept = decided.flatMap((result) => (result.kind === "KEPT" ? [result.kept] : []));
  if (kept.length === 0) return known;

  const changed = linesChangedBy(decided);
  const missing = [...changed].flatMap(([key, name]) => (known.has(key) ? [] : [name]));
  const made = await makeLines(db, session, missing, now);
  const lines = new Map([...known, ...made.map((line) => [lineKey(line), line] as const)]);
  const folds = linesToFold(changed.keys(), lines, standingByLine(facts.standing, kept));
  const entries = kept.map((each) => ({ kept: each, lineId: lineIdOfKept(each, lines) }));
  await saveFolds(db, session, folds, facts, { entries, now });
  await raiseNotices(db, session.warehouseId, noticesOf(kept, session), now);
  return lines;
}

/** What came too late waits for somebody, who should know. */
function noticesOf(kept: readonly KeptObservation[], session: SessionRow): NoticeToRaise[] {
  const late = kept.filter(({ outcome }) => outcome === "QUARANTINED");
  return [...Map.groupBy(late, ({ asked }) => asked.actorId)].map(([actorId, entries]) => ({
    kind: "ENTRIES_QUARANTINED",
    sessionId: session.id,
    count: entries.length,
    actorId,
  }));
}

/** Only what counts has a line: the rest waits for somebody to say where it belongs. */
function lineIdOfKept({ line, outcome }: KeptObservation, lines: LinesByKey): number | null {
  return line && outcome === "RECORDED" ? (lines.get(lineKey(line))?.id ?? null) : null;
}
