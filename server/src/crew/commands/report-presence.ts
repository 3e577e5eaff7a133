import type { EntityManager } from "@mikro-orm/postgresql";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { crewTopic } from "../domain/crew-topic.ts";
import { claimLeaseMs } from "../domain/heartbeat.ts";
import type { ClaimRow } from "../domain/rows.ts";
import { renewClaims } from "../storage/claims.ts";
import { savePresence, type PresenceToSave } from "../storage/save-presence.ts";

/** A device says that it is there, what it holds back, and keeps its counter's places. */
export async function reportPresence(
  em: EntityManager,
  doorbell: Doorbell,
  beat: PresenceToSave,
): Promise<ClaimRow[]> {
  const { warehouseId, sessionId, userId, now } = beat;
  const { isNews, claims } = await inTransaction(em, async ({ db }) => {
    const expiresAt = new Date(now.valueOf() + claimLeaseMs);
    return {
      isNews: await savePresence(db, beat),
      claims: await renewClaims(db, { warehouseId, sessionId }, userId, now, expiresAt),
    };
  });
  if (isNews) doorbell.ring(crewTopic(warehouseId, sessionId));
  return claims;
}
