import type { EntityManager } from "@mikro-orm/postgresql";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { crewTopic } from "../domain/crew-topic.ts";
import { editingLeaseMs } from "../domain/heartbeat.ts";
import type { EditingRow } from "../domain/rows.ts";
import { removeEditing, saveEditing, type EditingKey } from "../storage/line-editing.ts";

export interface ReportEditing extends EditingKey {
  /** Null: no line any more. */
  edited: Omit<EditingRow, "userId"> | null;
  now: Date;
}

/** Somebody begins to write into a line, still does, or has stopped; false where there is no such line. */
export async function reportEditing(
  em: EntityManager,
  doorbell: Doorbell,
  { edited, now, ...key }: ReportEditing,
): Promise<boolean> {
  const expiresAt = new Date(now.valueOf() + editingLeaseMs);
  const isNews = await inTransaction(em, ({ db }) =>
    edited ? saveEditing(db, key, edited, { now, expiresAt }) : removeEditing(db, key),
  );
  if (isNews) doorbell.ring(crewTopic(key.warehouseId, key.sessionId));
  return isNews !== null;
}
