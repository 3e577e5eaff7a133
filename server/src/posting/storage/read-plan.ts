import type { Db } from "../../database/db.ts";
import { planPosting, type PostingPlan } from "../domain/plan-posting.ts";
import { refusedLinesAtMost, refusedLinesOf, type RefusedLine } from "../domain/refused-line.ts";
import type { PostingQuestion } from "../domain/words.ts";
import type { Chosen } from "./chosen-lines.ts";
import {
  readPostingFacts,
  readRefusedLines,
  type StoredPostingFacts,
} from "./read-posting-facts.ts";

/** The plan of a posting with the digest of its numbers: the same for the preview and the posting. */
export async function readPlan(
  db: Db,
  chosen: Chosen,
  accepted: readonly PostingQuestion[],
): Promise<PostingPlan & Pick<StoredPostingFacts, "digest" | "pieces">> {
  const facts = await readPostingFacts(db, chosen, accepted);
  const { digest, pieces } = facts;
  return { ...planPosting(facts), digest, pieces };
}

export async function nameRefusedLines(
  db: Db,
  chosen: Chosen,
  plan: PostingPlan,
): Promise<RefusedLine[]> {
  const keys = plan.classRefusals.map(({ key }) => key);
  const named =
    keys.length === 0 ? [] : await readRefusedLines(db, chosen, keys, refusedLinesAtMost);
  return refusedLinesOf(plan, named);
}
