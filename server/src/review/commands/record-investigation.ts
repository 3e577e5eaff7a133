import type { EntityManager } from "@mikro-orm/postgresql";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { sessionOfLine } from "../../counting/storage/session-of-line.ts";
import { lockSession } from "../../counting/storage/session-row.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import {
  rejectInvestigation,
  type Finding,
  type InvestigationRejectionReason,
} from "../domain/investigation.ts";
import { insertInvestigation, readInvestigationFacts } from "../storage/investigation-row.ts";

export interface RecordInvestigation extends Finding {
  warehouseId: number;
  lineId: number;
  /** The revision that its author looked at; 0 where there was none. */
  basedOnRevision: number;
  recordedBy: string;
  now: Date;
}

export type InvestigationOutcome =
  { session: SessionRow } | { rejection: Rejection<InvestigationRejectionReason> };

/** Adds a revision to what is known about a line; nothing that was said is rewritten. */
export function recordInvestigation(
  em: EntityManager,
  asked: RecordInvestigation,
): Promise<InvestigationOutcome> {
  const { warehouseId, lineId, reasonCode, notes, fix } = asked;
  return inTransaction<InvestigationOutcome>(em, async ({ db }) => {
    const sessionId = await sessionOfLine(db, warehouseId, lineId);
    const session = await lockSession(db, warehouseId, sessionId);
    const known = await readInvestigationFacts(db, asked, reasonCode);
    const facts = { ...known, isCancelled: session.status === "CANCELLED" };
    const rejection = rejectInvestigation(asked, facts);
    if (rejection) return { rejection };
    await insertInvestigation(db, sessionId, {
      ...{ warehouseId, lineId, reasonCode, notes, fix },
      revision: facts.latestRevision + 1,
      recordedById: asked.recordedBy,
      recordedAt: asked.now,
    });
    return { session };
  });
}
