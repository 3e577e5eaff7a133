import type { EntityManager } from "@mikro-orm/postgresql";
import type { Options } from "../../counting/domain/options.ts";
import { sessionTopic } from "../../counting/domain/session-topic.ts";
import { readOptions } from "../../counting/queries/read-options.ts";
import { startDraft } from "../../counting/storage/start-draft.ts";
import type { Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { notFound } from "../../shared/refusal.ts";
import { decideRun, type AskedPlace } from "../domain/decide-run.ts";
import { groupCounts, type CountToMake } from "../domain/group-counts.ts";
import { beginRun, claimDueCounts, type ClaimedCount } from "../storage/claim-due-counts.ts";
import { makePlannedCount } from "../storage/make-planned-count.ts";
import { readPlanFacts, type ReadPlan } from "../storage/read-plan-facts.ts";
import { makeTriggeredCount } from "../storage/triggered-count.ts";

export interface GenerateCounts {
  warehouseId: number;
  /** Null where the clock says so: then it happens once a day. */
  actorId: string | null;
  now: Date;
  /** Only these, whenever they are planned; null for all that is planned until today. */
  places: readonly AskedPlace[] | null;
  /** Where a test ends a server. */
  reached?: (step: "CLAIMED" | "MADE") => Promise<void>;
}

export interface GeneratedCounts {
  sessionIds: number[];
  places: number;
  lines: number;
  /** It was done already, by another server. */
  wasRun: boolean;
}

const nothing = { sessionIds: [], places: 0, lines: 0 };

/** Makes the counts that are due, each once, by however many servers and however often it is asked. */
export async function generateCounts(
  em: EntityManager,
  doorbell: Doorbell,
  input: GenerateCounts,
): Promise<GeneratedCounts> {
  const { warehouseId } = input;
  const generated = await inTransaction(em, ({ db }) => generate(db, input));
  for (const sessionId of generated.sessionIds) doorbell.ring(sessionTopic(warehouseId, sessionId));
  return generated;
}

async function generate(db: Db, input: GenerateCounts): Promise<GeneratedCounts> {
  const { warehouseId, actorId, now, places } = input;
  const plan = await readPlanFacts(db, warehouseId, now);
  if (places?.some(({ scheduleId }) => !plan.schedules.has(scheduleId))) throw notFound("schedule");
  const kind = actorId === null ? "CLOCK" : "ASKED";
  const run = { warehouseId, kind, runOn: plan.today, madeBy: actorId, now } as const;
  const runId = await beginRun(db, run);
  if (runId === null) return { ...nothing, wasRun: true };
  const leadDays = new Map([...plan.schedules].map(([id, { leadDays }]) => [id, leadDays]));
  const isAsked = actorId !== null;
  const due = decideRun(plan.factsAt(plan.today, plan.today), { leadDays, places, isAsked });
  const claimed = await claimDueCounts(db, { warehouseId, runId }, due);
  await input.reached?.("CLAIMED");
  const options = await readOptions(db, warehouseId);
  const sessionIds: number[] = [];
  for (const toMake of groupCounts(claimed))
    sessionIds.push(...(await makeOne(db, plan, toMake, options, now)));
  if (places === null)
    sessionIds.push(...(await makeTriggeredCount(db, plan.site, { actorId, now, options })));
  await input.reached?.("MADE");
  const lines = claimed.reduce((sum, each) => sum + each.lines, 0);
  return { sessionIds, places: claimed.length, lines, wasRun: false };
}

async function makeOne(
  db: Db,
  { schedules, site: { timeZone } }: ReadPlan,
  toMake: CountToMake<ClaimedCount>,
  options: Options,
  now: Date,
): Promise<number[]> {
  const schedule = schedules.get(toMake.scheduleId);
  if (!schedule) return [];
  const session = await makePlannedCount(db, { schedule, toMake, now, timeZone, options });
  const { warehouseId, id: sessionId, createdById: startedBy } = session;
  // Where nothing is left to count the draft stays, for somebody to look at.
  if (schedule.settings.startsByItself)
    await startDraft(db, { warehouseId, sessionId, startedBy, now, overlap: "EXCLUDE" }, options);
  return [sessionId];
}
