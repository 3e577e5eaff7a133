import { createHash } from "node:crypto";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { notFound } from "../../shared/refusal.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { contentOf, type AskedObservation } from "../domain/asked-observation.ts";
import type { ObservationResult } from "../domain/decide-observations.ts";
import { observationKey, type LineObservation } from "../domain/observation.ts";
import {
  resolveDispute as decide,
  type AskedResolution,
  type ResolutionRejectionReason,
} from "../domain/resolve-dispute.ts";
import { sessionTopic } from "../domain/session-topic.ts";
import type { CountedLine } from "../storage/counted-line.ts";
import { keepObservations } from "../storage/keep-observations.ts";
import { readLooks } from "../storage/read-looks.ts";
import { saveLines } from "../storage/save-lines.ts";
import { lockSession } from "../storage/session-row.ts";
import { sessionOfLine } from "../storage/session-of-line.ts";

export interface ResolveDispute extends AskedResolution {
  warehouseId: number;
  lineId: number;
  actorId: string;
  now: Date;
}

export type ResolutionOutcome =
  { sessionId: number; isBlind: boolean } | { rejection: Rejection<ResolutionRejectionReason> };

/** A supervisor says whose count stands. The others' entries are taken back in the supervisor's name. */
export async function resolveDispute(
  em: EntityManager,
  doorbell: Doorbell,
  asked: ResolveDispute,
): Promise<ResolutionOutcome> {
  const { warehouseId, lineId, actorId, now } = asked;
  const outcome = await inTransaction<ResolutionOutcome>(em, async ({ db }) => {
    const session = await lockSession(
      db,
      warehouseId,
      await sessionOfLine(db, warehouseId, lineId),
    );
    const { facts, folded } = await readLooks(db, session, [lineId]);
    const line = facts.lines.get(lineId);
    const looks = folded.get(lineId);
    if (!line || !looks) throw notFound("count line");
    const resolution = decide(asked, { session, version: line.version, folded: looks });
    if (resolution.kind === "REJECTED") return resolution;
    const voids = resolution.takenBack.map((entry) => voidOf(entry, line, session.id, asked));
    await keepObservations(db, session, voids, facts, now);
    const details = { standsUserId: asked.standsUserId, reason: asked.reason };
    const event = { kind: "DISPUTE_RESOLVED" as const, lineId, actorId, details };
    await saveLines(db, session, { events: [event] }, now);
    return { sessionId: session.id, isBlind: session.isBlind };
  });
  if ("sessionId" in outcome) doorbell.ring(sessionTopic(warehouseId, outcome.sessionId));
  return outcome;
}

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

function voidOf(
  entry: LineObservation,
  line: CountedLine,
  sessionId: number,
  { actorId, reason, now }: ResolveDispute,
): ObservationResult {
  const { externalId, actorId: counterId } = entry;
  const content: Omit<AskedObservation, "fingerprint"> = {
    ...{ lotCode: null, stockStatus: line.stockStatus, rawScan: null, quantity: null },
    ...{ unitCode: null, serials: [], note: null, deviceId: null },
    ...{ lineId: undefined, itemId: undefined, locationId: undefined },
    // Of its own making, and the same however often it is made.
    externalId: `resolution ${hashOf(observationKey(entry))}`,
    actorId,
    isSupervisor: true,
    mode: "VOID",
    reason,
    voids: { actorId: counterId, externalId },
    time: { source: "WRITTEN", claimedAt: now, clockOffsetMs: null },
  };
  const fingerprint = hashOf(contentOf(sessionId, content));
  const kept = {
    ...{ asked: { ...content, fingerprint }, line, factor: null, quantity: null },
    ...{ round: line.standingRound, countedAt: now, gap: null, outcome: "RECORDED" as const },
  };
  return { kind: "KEPT", kept };
}
