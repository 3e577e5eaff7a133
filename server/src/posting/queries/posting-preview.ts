import { loadSession } from "../../counting/queries/load-one.ts";
import type { SelectionRejectionReason } from "../../counting/domain/line-selection.ts";
import type { Db } from "../../database/db.ts";
import type { Rejection } from "../../shared/rejection.ts";
import type { LineChoice } from "../domain/choice.ts";
import type { PostingPlan } from "../domain/plan-posting.ts";
import type { RefusedLine } from "../domain/refused-line.ts";
import type { PostingQuestion } from "../domain/words.ts";
import type { Chosen } from "../storage/chosen-lines.ts";
import { nameRefusedLines, readPlan } from "../storage/read-plan.ts";
import { resolveChoice, type ChoiceUse } from "../storage/resolve-choice.ts";

export interface AskedPreview extends ChoiceUse {
  choice: LineChoice;
  accepted: readonly PostingQuestion[];
}

export interface PostingPreviewRow {
  digest: string;
  plan: PostingPlan;
  chosen: Chosen;
  refused: RefusedLine[];
}

/** What posting would do now, and what speaks against it; the digest ties a posting to these numbers. */
export async function previewPosting(
  db: Db,
  asked: AskedPreview,
): Promise<PostingPreviewRow | { rejection: Rejection<SelectionRejectionReason> }> {
  const session = await loadSession(db, asked.warehouseId, asked.sessionId);
  const resolved = await resolveChoice(db, asked.choice, asked);
  if ("rejection" in resolved) return resolved;
  const chosen = { session, lineIds: resolved.lineIds, now: asked.now };
  const { digest, ...plan } = await readPlan(db, chosen, asked.accepted);
  return { digest, plan, chosen, refused: await nameRefusedLines(db, chosen, plan) };
}
