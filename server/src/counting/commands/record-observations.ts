import { createHash } from "node:crypto";
import type { EntityManager } from "@mikro-orm/postgresql";
import { decideAgainAfterRace } from "../../database/decide-again-after-race.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Db } from "../../database/db.ts";
import {
  contentOf,
  lineKey,
  type AskedObservation,
  type ObservationFacts,
} from "../domain/asked-observation.ts";
import {
  decideObservations,
  linesChangedBy,
  type KeptObservation,
  type ObservationResult,
} from "../domain/decide-observations.ts";
import { foldLine, sharingPolicyOf } from "../domain/fold-line.ts";
import { isCountedByPiece } from "../domain/reject-observation.ts";
import type { SessionRow } from "../domain/rows.ts";
import { sessionTopic } from "../domain/session-topic.ts";
import { standingByLine, widestGap } from "../domain/standing-by-line.ts";
import type { CountedLine } from "../storage/counted-line.ts";
import type { LineToSave } from "../storage/line-to-save.ts";
import { makeLines } from "../storage/make-lines.ts";
import { readObservationFacts, type StoredFacts } from "../storage/read-observation-facts.ts";
import { saveLines } from "../storage/save-lines.ts";
import { savePieces } from "../storage/save-pieces.ts";
import { lockSession } from "../storage/session-row.ts";

export interface RecordObservations {
  warehouseId: number;
  sessionId: number;
  now: Date;
  observations: readonly Omit<AskedObservation, "fingerprint">[];
}

export type RecordedObservation = ObservationResult & {
  /** The line it belongs to; null while nobody knows what was seen. */
  lineId: number | null;
  isBlind: boolean;
};

/** Each entry has its own answer, in the order of the batch; what is kept is committed when they come. */
export async function recordObservations(
  em: EntityManager,
  doorbell: Doorbell,
  input: RecordObservations,
): Promise<RecordedObservation[]> {
  const { warehouseId, sessionId, now } = input;
  const batch = input.observations.map((asked) => withFingerprint(sessionId, asked));
  const results = await decideAgainAfterRace(() =>
    inTransaction(em, async ({ db }) => {
      const session = await lockSession(db, warehouseId, sessionId);
      const facts = await readObservationFacts(db, session, now, batch);
      const decided = decideObservations(batch, facts);
      const lines = await save(db, session, decided, facts, now);
      return decided.map((result) => ({
        ...result,
        lineId: lineIdOf(result, lines),
        isBlind: session.isBlind,
      }));
    }),
  );
  if (results.some(({ kind }) => kind === "KEPT"))
    doorbell.ring(sessionTopic(warehouseId, sessionId));
  return results;
}

type LinesByKey = ReadonlyMap<string, CountedLine>;

async function save(
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
  const folded = foldAgain([...changed.keys()], lines, kept, facts);
  await savePieces(
    db,
    session,
    folded.filter(({ line }) => isByPiece(line, facts)),
  );
  const entries = kept.map((each) => ({ kept: each, lineId: lineIdOfKept(each, lines) }));
  await saveLines(db, session, { entries, lines: folded }, now);
  return lines;
}

function foldAgain(
  changed: readonly string[],
  lines: LinesByKey,
  kept: readonly KeptObservation[],
  facts: StoredFacts,
): LineToSave[] {
  const standing = standingByLine(facts.standing, kept);
  return changed.flatMap((key) => {
    const line = lines.get(key);
    if (!line) return [];
    const entries = standing.get(key) ?? [];
    const folded = foldLine(entries, isByPiece(line, facts), sharingPolicyOf(facts.options));
    return [{ line, folded, gap: widestGap(entries, folded.settledBy) }];
  });
}

function isByPiece({ itemId }: CountedLine, { items }: ObservationFacts): boolean {
  const item = items.get(itemId);
  return item !== undefined && isCountedByPiece(item);
}

/** Only what counts has a line: the rest waits for somebody to say where it belongs. */
function lineIdOfKept({ line, outcome }: KeptObservation, lines: LinesByKey): number | null {
  return line && outcome === "RECORDED" ? (lines.get(lineKey(line))?.id ?? null) : null;
}

function lineIdOf(result: ObservationResult, lines: LinesByKey): number | null {
  if (result.kind === "REJECTED") return null;
  const line = result.kind === "KEPT" ? result.kept.line : result.line;
  return line ? (lines.get(lineKey(line))?.id ?? null) : null;
}

function withFingerprint(
  sessionId: number,
  asked: Omit<AskedObservation, "fingerprint">,
): AskedObservation {
  const content = contentOf(sessionId, asked);
  return { ...asked, fingerprint: createHash("sha256").update(content).digest("hex") };
}
