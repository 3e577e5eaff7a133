import type { EntityManager } from "@mikro-orm/postgresql";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { may } from "../../counting/domain/session-status.ts";
import { sessionTopic } from "../../counting/domain/session-topic.ts";
import { saveLines } from "../../counting/storage/save-lines.ts";
import { lockSession } from "../../counting/storage/session-row.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { crewTopic } from "../domain/crew-topic.ts";
import {
  decideClaim,
  type AskedClaim,
  type Claim,
  type ClaimPurpose,
  type ClaimRejectionReason,
} from "../domain/decide-claim.ts";
import { readClaimFacts, saveClaim, type PlaceOfCount } from "../storage/claims.ts";

export interface ClaimLocation extends PlaceOfCount, AskedClaim {
  deviceId: string | null;
  now: Date;
}

export type ClaimOutcome =
  | { purpose: ClaimPurpose; expiresAt: Date; takenFrom: string | null }
  | { rejection: Rejection<ClaimRejectionReason>; holder: Claim | null };

/** A counter takes a place; a take-over is told to everybody who follows the count. */
export async function claimLocation(
  em: EntityManager,
  doorbell: Doorbell,
  asked: ClaimLocation,
): Promise<ClaimOutcome> {
  const { warehouseId, sessionId, locationId, userId, now } = asked;
  const outcome = await inTransaction<ClaimOutcome>(em, async ({ db }) => {
    const session = await lockSession(db, warehouseId, sessionId);
    const facts = await readClaimFacts(db, asked, session.generation, userId);
    const decision = decideClaim(asked, { ...facts, mayCount: mayCountIn(session) }, now);
    if (decision.kind === "REJECTED") return decision;
    const granted =
      decision.kind === "GRANTED"
        ? decision
        : { ...decision, purpose: "COUNT" as const, takenFrom: null };
    await saveClaim(db, { ...asked, ...granted });
    if (granted.takenFrom !== null) {
      const { takenFrom } = granted;
      const details = { locationId, takenFrom, reason: asked.takeOverReason };
      const event = { kind: "CLAIM_TAKEN_OVER" as const, lineId: null, actorId: userId, details };
      await saveLines(db, session, { events: [event] }, now);
    }
    return granted;
  });
  if ("rejection" in outcome) return outcome;
  doorbell.ring(crewTopic(warehouseId, sessionId));
  if (outcome.takenFrom !== null) doorbell.ring(sessionTopic(warehouseId, sessionId));
  return outcome;
}

/** What is counted again goes on when the count has been handed in. */
function mayCountIn(session: SessionRow): boolean {
  return may("COUNT", session) || (session.linesRecounted > 0 && may("RECOUNT", session));
}
