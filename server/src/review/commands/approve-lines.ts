import type { EntityManager } from "@mikro-orm/postgresql";
import { sessionTopic } from "../../counting/domain/session-topic.ts";
import { lockSession } from "../../counting/storage/session-row.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { LineChoice } from "../../posting/domain/choice.ts";
import { resolveChoice } from "../../posting/storage/resolve-choice.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { numbersOf } from "../domain/approval-digest.ts";
import {
  rejectApproval,
  rejectApprovingCount,
  type ApprovalPlan,
  type ApproveRejectionReason,
} from "../domain/decide-approval.ts";
import {
  nameLinesChanged,
  nameLinesNotApproved,
  readApprovalPlan,
  type LineNotApproved,
} from "../storage/approval-plan.ts";
import { saveApprovals } from "../storage/save-approvals.ts";

export interface ApproveLines {
  warehouseId: number;
  sessionId: number;
  choice: LineChoice;
  /** Of the preview that somebody has looked at. */
  numbersDigest: string;
  actorId: string;
  now: Date;
}

export type ApprovalOutcome =
  | { approved: ApprovalPlan; refused: LineNotApproved[] }
  | { rejection: Rejection<ApproveRejectionReason>; refused: LineNotApproved[] };

/**
 * Approves of the chosen lines those that this person may approve, with the numbers that the preview
 * showed; the others are named with every reason. The count is held: an entry comes before and makes
 * the digest stale, or behind and ends the approval.
 */
export async function approveLines(
  em: EntityManager,
  doorbell: Doorbell,
  input: ApproveLines,
): Promise<ApprovalOutcome> {
  const { warehouseId, sessionId, actorId, numbersDigest, now } = input;
  const outcome = await inTransaction<ApprovalOutcome>(em, async ({ db }) => {
    const session = await lockSession(db, warehouseId, sessionId);
    const isApprovalRequired = session.options?.["170"] ?? true;
    const no = rejectApprovingCount({ ...session, isApprovalRequired });
    if (no) return { rejection: no, refused: [] };
    const resolved = await resolveChoice(db, input.choice, input);
    if ("rejection" in resolved) return { ...resolved, refused: [] };
    const asked = { session, lineIds: resolved.lineIds, actorId };
    const plan = await readApprovalPlan(db, asked);
    const digests = { now: numbersOf(plan.digest), seen: numbersOf(numbersDigest) };
    const rejection = rejectApproval(plan, digests);
    if (rejection?.reason === "NUMBERS_CHANGED")
      return { rejection, refused: await nameLinesChanged(db, asked, numbersDigest) };
    const refused = await nameLinesNotApproved(db, asked, plan);
    if (rejection) return { rejection, refused };
    await saveApprovals(db, { ...asked, now }, plan);
    return { approved: plan, refused };
  });
  if ("approved" in outcome) doorbell.ring(sessionTopic(warehouseId, sessionId));
  return outcome;
}
