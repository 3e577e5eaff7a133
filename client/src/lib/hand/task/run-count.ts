import { BeginRun, PlanRun } from "@tallyroom/schema/operations/run-count.ts";
import type { VariablesOf } from "@tallyroom/schema/graphql.ts";
import type { HandApi } from "../hand-api.ts";

/** What may be run on the floor without a choice of places or items; the rest is planned at the desk. */
export const runTypes = [
  "FULL",
  "FAST_MOVERS",
  "SLOW_MOVERS",
  "HIGH_VALUE",
  "LOW_VALUE",
  "RANDOM",
  "ABC",
] as const;
export type RunType = (typeof runTypes)[number];

export const choosesLots = (type: RunType) => type !== "FULL";

const lotsAtMost = 1_000_000;

/** Null leaves the number to the warehouse; undefined is no number of lots. */
export function lotsOf(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === "") return null;
  const lots = Number(text);
  return Number.isInteger(lots) && lots > 0 && lots <= lotsAtMost ? lots : undefined;
}

export interface ChosenRun {
  warehouseId: string;
  type: RunType;
  lots: number | null;
  title: string;
}

export function runOf({ warehouseId, type, lots, title }: ChosenRun): PlanInput {
  const isLimited = choosesLots(type) && lots !== null;
  return { warehouseId, title, countType: type, scope: isLimited ? { lotsToCount: lots } : {} };
}

type PlanInput = VariablesOf<typeof PlanRun>["input"];

export type RunOutcome = { begunId: string } | { notPlanned: string } | { notBegun: string };

/** Plans a count and begins it; what another open count has already is left to that one. */
export async function runCount(api: HandApi, run: ChosenRun): Promise<RunOutcome> {
  const { createCountSession: planned } = await api.ask(PlanRun, { input: runOf(run) });
  if (planned.__typename === "CreateCountSessionRejected") return { notPlanned: planned.message };
  const { id: sessionId } = planned.session;
  const input = { sessionId, overlap: "EXCLUDE" as const };
  const { startCountSession: begun } = await api.ask(BeginRun, { input });
  if (begun.__typename === "StartCountSessionRejected") return { notBegun: begun.message };
  return { begunId: sessionId };
}
