import type { EntityManager } from "@mikro-orm/postgresql";
import { sessionTopic } from "../../counting/domain/session-topic.ts";
import { saveLines } from "../../counting/storage/save-lines.ts";
import { lockSession } from "../../counting/storage/session-row.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { crewTopic } from "../domain/crew-topic.ts";
import { removeClaims, type PlaceOfCount } from "../storage/claims.ts";

export interface ReleaseLocation extends PlaceOfCount {
  actorId: string;
  /** Given by a supervisor who frees a place whoever holds it. */
  forcedBecause: string | null;
  now: Date;
}

/** Leaves a place, or makes others leave it: that is told to everybody who follows the count. */
export async function releaseLocation(
  em: EntityManager,
  doorbell: Doorbell,
  { actorId, forcedBecause, now, ...place }: ReleaseLocation,
): Promise<boolean> {
  const { warehouseId, sessionId, locationId } = place;
  const isForced = forcedBecause !== null;
  const removed = await inTransaction(em, async ({ db }) => {
    const session = await lockSession(db, warehouseId, sessionId);
    const claims = await removeClaims(db, place, isForced ? null : actorId);
    if (isForced && claims.length > 0) {
      const takenFrom = claims.map(({ userId }) => userId);
      const details = { locationId, takenFrom, reason: forcedBecause };
      const event = { kind: "CLAIM_FORCE_RELEASED" as const, lineId: null, actorId, details };
      await saveLines(db, session, { events: [event] }, now);
    }
    return claims.length;
  });
  if (removed > 0) doorbell.ring(crewTopic(warehouseId, sessionId));
  if (removed > 0 && isForced) doorbell.ring(sessionTopic(warehouseId, sessionId));
  return removed > 0;
}
