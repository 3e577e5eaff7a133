import type { EntityManager } from "@mikro-orm/postgresql";
import type { Doorbell } from "../../database/doorbell.ts";
import type { JobOutcome, JobRun } from "../../jobs/storage/job-run.ts";
import { makePosting, type MakePosting } from "./make-posting.ts";

/** What `postSession` has written down for later. */
type Request = Pick<MakePosting, "digest" | "accepted" | "lineIds">;

/**
 * The posting and the word that the job is done are one transaction. A server that is killed leaves
 * neither; whoever takes the job over begins anew, and one whose lease is lost cannot commit.
 */
export async function runPostingJob(
  em: EntityManager,
  doorbell: Doorbell,
  run: JobRun,
): Promise<JobOutcome> {
  const { warehouseId, sessionId, askedById: actorId, request } = run.job;
  if (sessionId === null) throw new Error("A posting is of a count.");
  const input = { warehouseId, sessionId, actorId, now: run.now(), ...(request as Request) };
  const made = await makePosting(em, doorbell, input, {
    reached: (step, linesDone) => run.reached(step, Math.min(linesDone, run.job.total)),
    complete: async (db, { id }) => {
      await run.complete(db, { postingId: id });
    },
  });
  if ("posting" in made) return { kind: "COMPLETED" };
  const { reason: code, message } = made.rejection;
  const counts = made.refusals.map(({ reason: name, lines: count }) => ({ name, count }));
  return { kind: "REJECTED", error: { code, facts: { message, counts } } };
}
