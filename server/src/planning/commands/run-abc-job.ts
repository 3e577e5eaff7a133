import type { EntityManager } from "@mikro-orm/postgresql";
import { inTransaction } from "../../database/in-transaction.ts";
import type { JobOutcome, JobRun } from "../../jobs/storage/job-run.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { classifyItems } from "../domain/classify-items.ts";
import { addDays } from "../domain/day.ts";
import { readAbcPolicy } from "../storage/abc-policy.ts";
import { insertAbcItems, insertAbcRun, itemsAtATime } from "../storage/abc-run-row.ts";
import { readItemUses } from "../storage/read-item-uses.ts";

/** What was found and the word that the job is done are one transaction. */
export async function runAbcJob(em: EntityManager, run: JobRun): Promise<JobOutcome> {
  const { warehouseId, askedById } = run.job;
  const now = run.now();
  await inTransaction(em, async ({ db }) => {
    await run.reached("READING", 0);
    const limits = await readAbcPolicy(db, warehouseId);
    const usedSince = new Date(
      `${addDays(now.toISOString().slice(0, 10), -limits.days)}T00:00:00Z`,
    );
    const uses = await readItemUses(db, warehouseId, usedSince);
    const items = classifyItems(uses, {
      ...limits,
      shareA: new Decimal(limits.shareA),
      shareB: new Decimal(limits.shareB),
    });
    await run.reached("SAVING", 0);
    const found = { ...limits, warehouseId, madeBy: askedById, now, usedSince };
    const runId = await insertAbcRun(db, found, items);
    for (let from = 0; from < items.length; from += itemsAtATime)
      await insertAbcItems(db, { warehouseId, runId }, items.slice(from, from + itemsAtATime));
    await run.complete(db, { abcRunId: runId });
  });
  return { kind: "COMPLETED" };
}
