import type { EntityManager } from "@mikro-orm/postgresql";
import { loadSession } from "../../counting/queries/load-one.ts";
import type { Db } from "../../database/db.ts";
import { decideAgainAfterRace } from "../../database/decide-again-after-race.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { jobAskedTopic, jobTopic, type JobRow } from "../../jobs/domain/job.ts";
import { askForJob } from "../../jobs/storage/ask-for-job.ts";
import type { LineChoice } from "../domain/choice.ts";
import { rejectPostSession } from "../domain/decide-posting.ts";
import { readPlan } from "../storage/read-plan.ts";
import { resolveChoice } from "../storage/resolve-choice.ts";
import { findPostingByDigest } from "../storage/save-posting.ts";
import { makePosting, rejected, type MadePosting, type MakePosting } from "./make-posting.ts";

export interface PostSession extends Omit<MakePosting, "lineIds"> {
  choice: LineChoice;
}

export type PostingOutcome = MadePosting | { job: JobRow };

/** From more lines than this on, nobody waits for the answer: a job does it, and tells how far it is. */
export const linesInARequest = 1_000;

/** Posts what was previewed, or has it posted. What can be said at once is said at once. */
export async function postSession(
  em: EntityManager,
  doorbell: Doorbell,
  input: PostSession,
): Promise<PostingOutcome> {
  const looked = await decideAgainAfterRace(() =>
    inTransaction(em, ({ db }) => askOrReject(db, input)),
  );
  if ("few" in looked) return makePosting(em, doorbell, looked.few);
  if ("job" in looked) {
    doorbell.ring(jobAskedTopic);
    doorbell.ring(jobTopic(input.warehouseId));
  }
  return looked;
}

async function askOrReject(
  db: Db,
  input: PostSession,
): Promise<PostingOutcome | { few: MakePosting }> {
  const { warehouseId, sessionId, digest, accepted } = input;
  const session = await loadSession(db, warehouseId, sessionId);
  const before = await findPostingByDigest(db, session, digest);
  if (before) return { posting: before, wasPosted: true };
  const resolved = await resolveChoice(db, input.choice, input);
  if ("rejection" in resolved) return { ...resolved, refused: [], refusals: [] };
  const { lineIds } = resolved;
  const few = { few: { ...input, lineIds } };
  if ((lineIds?.length ?? session.linesCounted) <= linesInARequest) return few;

  const chosen = { session, lineIds, now: input.now };
  const plan = await readPlan(db, chosen, accepted);
  const rejection = rejectPostSession(session, plan, digest);
  if (rejection) return rejected(db, chosen, plan, rejection);
  const { lines } = plan.sums;
  if (lines <= linesInARequest) return few;
  const job = await askForJob(db, {
    ...{ warehouseId, sessionId, kind: "POST_SESSION", now: input.now, total: lines },
    askedBy: input.actorId,
    requestKey: digest,
    request: { digest, accepted, lineIds },
  });
  return { job };
}
