import { createHash } from "node:crypto";
import type { EntityManager } from "@mikro-orm/postgresql";
import { decideAgainAfterRace } from "../../database/decide-again-after-race.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { inShortTransaction } from "../../database/in-short-transaction.ts";
import { contentOf, lineKey, type AskedObservation } from "../domain/asked-observation.ts";
import { decideObservations, type ObservationResult } from "../domain/decide-observations.ts";
import { namePieces } from "../domain/name-pieces.ts";
import { noticeTopic } from "../../notices/domain/notice.ts";
import { sessionTopic } from "../domain/session-topic.ts";
import type { CountedLine } from "../storage/counted-line.ts";
import { keepObservations, type LinesByKey } from "../storage/keep-observations.ts";
import { factsOf, readFound } from "../storage/read-observation-facts.ts";
import { readTags } from "../storage/read-tags.ts";
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
  /** Somebody else has changed the line since its counter looked at it. */
  isBehind: boolean;
  isBlind: boolean;
};

/** Each entry has its own answer, in the order of the batch; what is kept is committed when they come. */
export async function recordObservations(
  em: EntityManager,
  doorbell: Doorbell,
  input: RecordObservations,
): Promise<RecordedObservation[]> {
  const { warehouseId, sessionId, now } = input;
  const sent = input.observations.map((asked) => withFingerprint(sessionId, asked));
  const results = await decideAgainAfterRace(() =>
    inShortTransaction(em, async (db) => {
      // Of what was sent is its fingerprint: a repetition is one, whatever tag has been put on a piece since.
      const tags = await readTags(db, warehouseId, sent);
      const batch = tags ? sent.map((asked) => namePieces(asked, tags)) : sent;
      const [session, found] = await Promise.all([
        lockSession(db, warehouseId, sessionId),
        readFound(db, { warehouseId, id: sessionId }, batch),
      ]);
      const facts = factsOf(found, session, now);
      const decided = decideObservations(batch, facts);
      const lines = await keepObservations(db, session, decided, facts, now);
      return decided.map((result, at) => ({
        ...result,
        lineId: lineIdOf(result, lines),
        isBehind: isBehind(
          batch[at]?.seenLineVersion ?? null,
          facts.lines.get(lineIdOf(result, lines) ?? 0),
        ),
        isBlind: session.isBlind,
      }));
    }),
  );
  if (results.some((each) => each.kind === "KEPT" && each.kept.outcome === "QUARANTINED"))
    doorbell.ring(noticeTopic(warehouseId));
  if (results.some(({ kind }) => kind === "KEPT"))
    doorbell.ring(sessionTopic(warehouseId, sessionId));
  return results;
}

/** Nothing is overwritten by it: the entry counts like any other, and its counter is told. */
function isBehind(seenVersion: number | null, line: CountedLine | undefined): boolean {
  return seenVersion !== null && line !== undefined && line.version > seenVersion;
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
