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
import { isCountedByPiece } from "../domain/reject-observation.ts";
import type { LineRow, SessionRow } from "../domain/rows.ts";
import { sessionTopic } from "../domain/session-topic.ts";
import { readLines } from "../queries/read-lines.ts";
import { findOrMakeLines } from "../storage/find-lines.ts";
import { insertObservations } from "../storage/insert-observations.ts";
import { readObservationFacts } from "../storage/read-observation-facts.ts";
import { refoldLines } from "../storage/refold-lines.ts";
import { saveLines, type EventToSave } from "../storage/save-lines.ts";
import { lockSession } from "../storage/session-row.ts";

export interface RecordObservations {
  warehouseId: number;
  sessionId: number;
  now: Date;
  observations: readonly Omit<AskedObservation, "fingerprint">[];
}

export type RecordedObservation = ObservationResult & {
  /** The line it belongs to, as the transaction left it. */
  lineNow: LineRow | null;
  isBlind: boolean;
};

/** Each entry has its own answer, in the order of the batch; what is kept is committed when they come. */
export async function recordObservations(
  em: EntityManager,
  doorbell: Doorbell,
  input: RecordObservations,
): Promise<RecordedObservation[]> {
  const { warehouseId, sessionId, now } = input;
  const batch = input.observations.map(withFingerprint);
  const results = await decideAgainAfterRace(() =>
    inTransaction(em, async ({ db }) => {
      const session = await lockSession(db, warehouseId, sessionId);
      const facts = await readObservationFacts(db, session, now, batch);
      const decided = decideObservations(batch, facts);
      const lineIds = await save(db, session, decided, facts, now);
      const lines = await readLinesById(db, warehouseId, [...lineIds.values()]);
      return decided.map((result) => {
        const lineNow = lines.get(lineIdOf(result, lineIds) ?? 0) ?? null;
        return { ...result, lineNow, isBlind: session.isBlind };
      });
    }),
  );
  if (results.some(({ kind }) => kind === "KEPT"))
    doorbell.ring(sessionTopic(warehouseId, sessionId));
  return results;
}

async function readLinesById(
  db: Db,
  warehouseId: number,
  ids: readonly number[],
): Promise<ReadonlyMap<number, LineRow>> {
  if (ids.length === 0) return new Map();
  const rows = await readLines(db, warehouseId, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

async function save(
  db: Db,
  session: SessionRow,
  decided: readonly ObservationResult[],
  { items, lines: linesNamed }: ObservationFacts,
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  const kept = decided.flatMap((result) => (result.kind === "KEPT" ? [result.kept] : []));
  const known = decided.flatMap((result) =>
    result.kind === "ALREADY_RECORDED" && result.line ? [result.line] : [],
  );
  const changed = linesChangedBy(decided);
  const named = new Map([...linesNamed].map(([id, line]) => [lineKey(line), id]));
  const sought = [...changed.values(), ...known].filter((line) => !named.has(lineKey(line)));
  const lineIds = new Map([...named, ...(await findOrMakeLines(db, session, sought, now))]);
  if (kept.length === 0) return lineIds;
  await insertObservations(db, session, kept, lineIds, now);
  const changedIds = [...changed.keys()].flatMap((key) => lineIds.get(key) ?? []);
  const byPiece = [...changed].filter(([, { itemId }]) => {
    const item = items.get(itemId);
    return item && isCountedByPiece(item);
  });
  const idsByPiece = new Set(byPiece.flatMap(([key]) => lineIds.get(key) ?? []));
  const lines = await refoldLines(db, session, changedIds, idsByPiece);
  await saveLines(
    db,
    session,
    lines,
    kept.map((each) => eventOf(each, lineIds)),
    now,
  );
  return lineIds;
}

const eventKinds = {
  RECORDED: "OBSERVATION_RECORDED",
  UNMATCHED: "OBSERVATION_UNMATCHED",
  QUARANTINED: "OBSERVATION_QUARANTINED",
} as const;

function eventOf(
  { asked, line, outcome }: KeptObservation,
  lineIds: ReadonlyMap<string, number>,
): EventToSave {
  return {
    kind: eventKinds[outcome],
    lineId: line && outcome === "RECORDED" ? (lineIds.get(lineKey(line)) ?? null) : null,
    actorId: asked.actorId,
    details: { externalId: asked.externalId, mode: asked.mode },
  };
}

function lineIdOf(result: ObservationResult, lineIds: ReadonlyMap<string, number>): number | null {
  if (result.kind === "REJECTED") return null;
  const line = result.kind === "KEPT" ? result.kept.line : result.line;
  return line ? (lineIds.get(lineKey(line)) ?? null) : null;
}

function withFingerprint(asked: Omit<AskedObservation, "fingerprint">): AskedObservation {
  return { ...asked, fingerprint: createHash("sha256").update(contentOf(asked)).digest("hex") };
}
