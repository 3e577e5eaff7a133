import type { Db } from "../../database/db.ts";
import type { ApprovalRefusalReason } from "../domain/approval.ts";
import { planApproval, type ApprovalPlan } from "../domain/decide-approval.ts";
import {
  readApprovalFacts,
  readChangedSince,
  readLinesOfClasses,
  type AskedApproval,
} from "./approval-facts.ts";

/** A line that may not be approved, with all that speaks against it. */
export interface LineNotApproved {
  lineId: number;
  reasons: readonly ApprovalRefusalReason[];
}

/** So many are named; the numbers of all are told by reason. */
const namedAtMost = 1_000;

/** The plan with the digest of its numbers: the same for the preview and the approval. */
export async function readApprovalPlan(
  db: Db,
  asked: AskedApproval,
): Promise<ApprovalPlan & { digest: string }> {
  const { classes, approver, digest } = await readApprovalFacts(db, asked);
  return { ...planApproval(classes, approver), digest };
}

export async function nameLinesNotApproved(
  db: Db,
  asked: AskedApproval,
  { refusals, limit }: ApprovalPlan,
): Promise<LineNotApproved[]> {
  if (refusals.length === 0) return [];
  const reasonsByKey = new Map(refusals.map(({ key, reasons }) => [key, reasons]));
  const wanted = { limit, keys: [...reasonsByKey.keys()], most: namedAtMost };
  const lines = await readLinesOfClasses(db, asked, wanted);
  return lines.map(({ lineId, key }) => ({ lineId, reasons: reasonsByKey.get(key) ?? [] }));
}

/** The lines that are others than when the digest was made, as far as events name them. */
export async function nameLinesChanged(
  db: Db,
  asked: AskedApproval,
  seenDigest: string,
): Promise<LineNotApproved[]> {
  const sequence = /^(\d{1,15})\./u.exec(seenDigest)?.[1];
  if (sequence === undefined) return [];
  const changed = await readChangedSince(db, asked, Number(sequence), namedAtMost);
  return changed.map(({ lineId }) => ({ lineId, reasons: ["NUMBERS_CHANGED"] }));
}
