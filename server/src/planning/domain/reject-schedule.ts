import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";
import { isDay } from "./day.ts";
import type { ProposedSchedule } from "./schedule.ts";

/** Each reason with its sentence, in the order in which the reasons are looked for. */
export const scheduleRejections = {
  SCHEDULE_UNKNOWN: "There is no such schedule in this warehouse.",
  NAME_MISSING: "A schedule needs a name.",
  TEXT_TOO_LONG: "A name has at most 150 characters, notes at most 5,000.",
  CADENCE_DAYS_MISSING: "Say every how many days, from 1 to 1,000.",
  START_UNKNOWN: "Say from which day on.",
  LEAD_OUT_OF_RANGE: "A count is made 0 to 30 work days ahead.",
  LOTS_NOT_POSITIVE: "At least one lot has to be counted, and at most 10,000.",
  SCOPE_UNKNOWN: "A place, item or category of the scope does not exist here.",
  PERSON_UNKNOWN: "Somebody named does not exist, or does not see this warehouse.",
  NAME_TAKEN: "Another schedule of this warehouse has this name.",
} as const;
export type ScheduleRejectionReason = keyof typeof scheduleRejections;
export const rejectWith = rejectionsOf<ScheduleRejectionReason>(scheduleRejections);

export interface ScheduleFacts {
  isScopeKnown: boolean;
  arePeopleKnown: boolean;
  isNameTaken: boolean;
}

const mostDays = 1_000;
const mostLots = 10_000;

export function rejectSchedule(
  { name, cadence, startsOn, leadDays, scope, settings }: ProposedSchedule,
  facts: ScheduleFacts,
): Rejection<ScheduleRejectionReason> | null {
  const lots = scope.lotsToCount;
  const days = cadence.kind === "EVERY_N_DAYS" ? (cadence.days ?? 0) : 1;
  if (name === "") return rejectWith("NAME_MISSING");
  if (name.length > 150 || (settings.notes?.length ?? 0) > 5_000)
    return rejectWith("TEXT_TOO_LONG");
  if (!(days >= 1 && days <= mostDays)) return rejectWith("CADENCE_DAYS_MISSING");
  if (!isDay(startsOn)) return rejectWith("START_UNKNOWN");
  if (leadDays < 0 || leadDays > 30) return rejectWith("LEAD_OUT_OF_RANGE");
  if (lots !== null && !(lots >= 1 && lots <= mostLots)) return rejectWith("LOTS_NOT_POSITIVE");
  if (!facts.isScopeKnown) return rejectWith("SCOPE_UNKNOWN");
  if (!facts.arePeopleKnown) return rejectWith("PERSON_UNKNOWN");
  return facts.isNameTaken ? rejectWith("NAME_TAKEN", name) : null;
}
