import type { EntityManager } from "@mikro-orm/postgresql";
import { decideAgainAfterRace } from "../../database/decide-again-after-race.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { jobAskedTopic, jobTopic, type JobRow } from "../../jobs/domain/job.ts";
import { askForJob } from "../../jobs/storage/ask-for-job.ts";

export interface AnalyseAbc {
  warehouseId: number;
  actorId: string;
  now: Date;
}

/** A job: the ledger of a large warehouse is longer than a request. Asked for twice at once, it is one. */
export async function analyseAbc(
  em: EntityManager,
  doorbell: Doorbell,
  { warehouseId, actorId, now }: AnalyseAbc,
): Promise<JobRow> {
  const job = await decideAgainAfterRace(() =>
    inTransaction(em, ({ db }) =>
      askForJob(db, {
        ...{ warehouseId, now, kind: "ANALYSE_ABC", sessionId: null, askedBy: actorId },
        ...{ requestKey: "abc", request: {}, total: 1 },
      }),
    ),
  );
  doorbell.ring(jobAskedTopic);
  doorbell.ring(jobTopic(warehouseId));
  return job;
}
