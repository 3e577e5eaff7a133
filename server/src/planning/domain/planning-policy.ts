import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";
import type { Day } from "./day.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** What sets off a count beside the calendar, each once. */
export const triggerKinds = [
  "BIN_EMPTIED",
  "BIN_NEGATIVE",
  "SHORT_PICK",
  "AFTER_VARIANCE",
  "ACCURACY_BELOW",
] as const;
export type TriggerKind = (typeof triggerKinds)[number];

export interface Holiday {
  day: Day;
  name: string;
}

/** On which days a site counts, how much, and what else sets off a count. */
export interface PlanningPolicy {
  workDays: readonly number[];
  /** Null where days are not levelled. */
  linesADay: number | null;
  windowDays: number;
  /** When the counts of a day are made, by the site's clock. */
  runsAt: string;
  triggers: readonly TriggerKind[];
  /** In percent, for ACCURACY_BELOW. */
  accuracyBelow: string | null;
}

export const planningDefaults: PlanningPolicy = {
  workDays: [1, 2, 3, 4, 5],
  linesADay: null,
  windowDays: 3,
  runsAt: "02:00",
  triggers: [],
  accuracyBelow: null,
};

export function calendarOf(
  { workDays }: Pick<PlanningPolicy, "workDays">,
  holidays: readonly Holiday[],
): WorkCalendar {
  return {
    workDays: new Set(workDays),
    holidays: new Map(holidays.map(({ day, name }) => [day, name])),
  };
}

/** Each reason with its sentence, in the order in which the reasons are looked for. */
export const planningRejections = {
  NO_WORK_DAY: "A site works on at least one day of the week.",
  WORK_DAY_UNKNOWN: "A day of work is 1 for Monday to 7 for Sunday.",
  LINES_NOT_POSITIVE: "A day bears at least one line; leave it out where days are not levelled.",
  WINDOW_OUT_OF_RANGE: "A place is moved by 0 to 30 work days.",
  TIME_UNKNOWN: "A time of the day is written as 02:00.",
  ACCURACY_OUT_OF_RANGE: "Accuracy is 0 to 100 %.",
  ACCURACY_MISSING: "Say below which accuracy a place is counted again.",
  HOLIDAY_NAMELESS: "Say what a closed day is called, in at most 100 characters.",
  TOO_MANY_HOLIDAYS: "At most 400 closed days are kept.",
} as const;
export type PlanningRejectionReason = keyof typeof planningRejections;
const reject = rejectionsOf<PlanningRejectionReason>(planningRejections);

export function rejectPlanningPolicy(
  { workDays, linesADay, windowDays, runsAt, triggers, accuracyBelow }: PlanningPolicy,
  holidays: readonly Holiday[],
): Rejection<PlanningRejectionReason> | null {
  const accuracy = accuracyBelow === null ? null : Number(accuracyBelow);
  if (workDays.length === 0) return reject("NO_WORK_DAY");
  if (workDays.some((day) => !(day >= 1 && day <= 7))) return reject("WORK_DAY_UNKNOWN");
  if (linesADay !== null && linesADay < 1) return reject("LINES_NOT_POSITIVE");
  if (windowDays < 0 || windowDays > 30) return reject("WINDOW_OUT_OF_RANGE");
  if (!/^([01]\d|2[0-3]):[0-5]\d$/u.test(runsAt)) return reject("TIME_UNKNOWN");
  if (accuracy !== null && (accuracy < 0 || accuracy > 100)) return reject("ACCURACY_OUT_OF_RANGE");
  if (triggers.includes("ACCURACY_BELOW") && accuracy === null) return reject("ACCURACY_MISSING");
  if (holidays.some(({ name }) => name === "" || name.length > 100))
    return reject("HOLIDAY_NAMELESS");
  return holidays.length > 400 ? reject("TOO_MANY_HOLIDAYS") : null;
}
