import { type Db } from "../../database/db.ts";
import { insertDraft } from "./insert-draft.ts";
import type { SessionRow } from "../domain/rows.ts";

/** A draft that counts what nobody visited here. */
export function insertFollowUp(
  db: Db,
  session: SessionRow,
  createdBy: string,
  now: Date,
): Promise<SessionRow> {
  return insertDraft(db, {
    warehouseId: session.warehouseId,
    title: `${session.title} (follow-up)`.slice(0, 200),
    countType: session.countType,
    scope: { ...session.scope, notVisitedIn: session.id },
    isBlind: session.isBlind,
    deadlineAt: null,
    notes: null,
    reference: `Count ${session.number}`,
    template: null,
    createdBy,
    now,
  });
}
