import { loadSession } from "../../counting/queries/load-one.ts";
import type { Db } from "../../database/db.ts";
import type { LineChoice } from "../../posting/domain/choice.ts";
import { resolveChoice, type ChoiceUse } from "../../posting/storage/resolve-choice.ts";
import type { Rejection } from "../../shared/rejection.ts";
import {
  rejectApprovingCount,
  type ApprovalPlan,
  type ApproveRejectionReason,
} from "../domain/decide-approval.ts";
import {
  nameLinesNotApproved,
  readApprovalPlan,
  type LineNotApproved,
} from "../storage/approval-plan.ts";

export interface ApprovalPreviewRow {
  plan: ApprovalPlan & { digest: string };
  refused: LineNotApproved[];
}

/** What approving would mean now for this person; the digest ties the approval to these numbers. */
export async function previewApproval(
  db: Db,
  asked: ChoiceUse & { choice: LineChoice },
): Promise<ApprovalPreviewRow | { rejection: Rejection<ApproveRejectionReason> }> {
  const session = await loadSession(db, asked.warehouseId, asked.sessionId);
  const isApprovalRequired = session.options?.["170"] ?? true;
  const no = rejectApprovingCount({ ...session, isApprovalRequired });
  if (no) return { rejection: no };
  const resolved = await resolveChoice(db, asked.choice, asked);
  if ("rejection" in resolved) return resolved;
  const chosen = { session, lineIds: resolved.lineIds, actorId: asked.actorId };
  const plan = await readApprovalPlan(db, chosen);
  return { plan, refused: await nameLinesNotApproved(db, chosen, plan) };
}
