import type { EntityManager } from "@mikro-orm/postgresql";
import type { Doorbell } from "../../database/doorbell.ts";
import type { Db } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { sessionTopic } from "../domain/session-topic.ts";
import type { SessionVerb } from "../domain/session-status.ts";
import {
  rejectSessionVerb,
  rejectVerb,
  type SessionVerbRejectionReason,
} from "../domain/session-verb-rejections.ts";
import type { SessionRow } from "../domain/rows.ts";
import { lockSession } from "../storage/session-row.ts";
import { namesOf } from "../../crew/domain/unsent.ts";
import { readUnsentDevices } from "../../crew/storage/unsent-devices.ts";

/** Who asks for what, of which session. */
export interface SessionRequest {
  warehouseId: number;
  sessionId: number;
  actorId: string;
  now: Date;
}

export type SessionOutcome =
  { session: SessionRow } | { rejection: Rejection<SessionVerbRejectionReason> };

/** The frame of every verb on a running session: hold it, ask whether the verb may be used, do it, ring. */
export async function changeSession(
  em: EntityManager,
  doorbell: Doorbell,
  verb: SessionVerb,
  { warehouseId, sessionId }: SessionRequest,
  change: (db: Db, session: SessionRow) => Promise<SessionRow>,
): Promise<SessionOutcome> {
  const outcome = await inTransaction<SessionOutcome>(em, async ({ db }) => {
    const session = await lockSession(db, warehouseId, sessionId);
    const rejection = rejectSessionVerb(verb, session) ?? (await rejectUnsent(db, verb, session));
    return rejection ? { rejection } : { session: await change(db, session) };
  });
  if ("session" in outcome) doorbell.ring(sessionTopic(warehouseId, sessionId));
  return outcome;
}

/** Nobody ends the counting while a device still holds entries, unless it was excluded. */
async function rejectUnsent(db: Db, verb: SessionVerb, session: SessionRow) {
  if (verb !== "SUBMIT" && verb !== "CLOSE") return null;
  const devices = await readUnsentDevices(db, session);
  return devices.length > 0 ? rejectVerb("UNSENT_ENTRIES", namesOf(devices)) : null;
}
