import type { AbcClass } from "./classify-items.ts";
import type { Cadence, CadenceKind } from "./cadence.ts";
import type { Day } from "./day.ts";

/** How a schedule chooses: place by place, or so many lots among all of its scope. */
export const scheduleChoices = [
  "PLACES",
  "FAST_MOVERS",
  "SLOW_MOVERS",
  "LOW_VALUE",
  "HIGH_VALUE",
  "RANDOM",
] as const;
export type ScheduleChoice = (typeof scheduleChoices)[number];

/** What a schedule covers. Empty lists and nulls restrict nothing. */
export interface ScheduleScope {
  locationIds: readonly number[];
  itemIds: readonly number[];
  supplierId: number | null;
  categoryId: number | null;
  abcClass: AbcClass | null;
  /** For what chooses among its scope: how many. */
  lotsToCount: number | null;
  /** For what chooses by value. */
  valueThreshold: string | null;
}

/** How the counts of a schedule are made. */
export interface ScheduleSettings {
  choice: ScheduleChoice;
  /** Null takes the option of the warehouse. */
  isBlind: boolean | null;
  assigneeIds: readonly string[];
  notes: string | null;
  /** Open from the first moment; otherwise a draft that somebody starts. */
  startsByItself: boolean;
}

export interface ProposedSchedule {
  name: string;
  cadence: Cadence;
  startsOn: Day;
  /** So many open days before a place is planned its count is made. */
  leadDays: number;
  scope: ScheduleScope;
  settings: ScheduleSettings;
  /** In whose name counts are made; null for whoever made the schedule. */
  ownerId: string | null;
}

export interface ScheduleRow extends Omit<ProposedSchedule, "cadence"> {
  warehouseId: number;
  id: number;
  cadenceKind: CadenceKind;
  cadenceDays: number | null;
  isActive: boolean;
  createdById: string;
  createdAt: Date;
}

export function cadenceOf({
  cadenceKind,
  cadenceDays,
}: Pick<ScheduleRow, "cadenceKind" | "cadenceDays">): Cadence {
  return { kind: cadenceKind, days: cadenceDays };
}
