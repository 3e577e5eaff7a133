import type { EntityManager } from "@mikro-orm/postgresql";
import { may } from "../../counting/domain/session-status.ts";
import { sessionTopic } from "../../counting/domain/session-topic.ts";
import { saveLines } from "../../counting/storage/save-lines.ts";
import { lockSession } from "../../counting/storage/session-row.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { crewTopic } from "../domain/crew-topic.ts";
import { rejectSharing, type SharingRejectionReason } from "../domain/reject-sharing.ts";
import { shareOut } from "../domain/share-out.ts";
import { readAssigneeIds, readOpenPlaces, saveShares } from "../storage/open-places.ts";

export interface ShareOutWork {
  warehouseId: number;
  sessionId: number;
  actorId: string;
  now: Date;
}

/** What nobody has visited is divided among the assignees, as it stands now: ask again to balance. */
export async function shareOutWork(
  em: EntityManager,
  doorbell: Doorbell,
  { warehouseId, sessionId, actorId, now }: ShareOutWork,
): Promise<Rejection<SharingRejectionReason> | null> {
  const rejection = await inTransaction(em, async ({ db }) => {
    const session = await lockSession(db, warehouseId, sessionId);
    const assignees = await readAssigneeIds(db, session);
    const no = rejectSharing(may("COUNT", session), assignees.length);
    if (no) return no;
    // Where somebody stands is theirs already.
    const places = await readOpenPlaces(db, session, now);
    const shares = shareOut(
      places.filter(({ heldBy }) => heldBy === null),
      assignees,
    );
    await saveShares(db, session, shares);
    const details = { places: shares.size, assignees: assignees.length };
    const event = { kind: "WORK_SHARED_OUT" as const, lineId: null, actorId, details };
    await saveLines(db, session, { events: [event] }, now);
    return null;
  });
  if (rejection) return rejection;
  doorbell.ring(crewTopic(warehouseId, sessionId));
  doorbell.ring(sessionTopic(warehouseId, sessionId));
  return null;
}
