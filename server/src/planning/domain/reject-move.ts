import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";
import type { Day } from "./day.ts";
import { isOpen, type WorkCalendar } from "./work-calendar.ts";

/** Each reason with its sentence, in the order in which the reasons are looked for. */
export const moveRejections = {
  NOTHING_TO_MOVE: "Name at least one place, and at most 1,000.",
  DAY_PAST: "That day is over; choose today or a later one.",
  DAY_CLOSED: "Nobody works on that day.",
  SCHEDULE_UNKNOWN: "A schedule that is named does not exist in this warehouse.",
} as const;
export type MoveRejectionReason = keyof typeof moveRejections;
const reject = rejectionsOf<MoveRejectionReason>(moveRejections);

export function rejectMove(
  { to, placeCount }: { to: Day; placeCount: number },
  facts: { today: Day; calendar: WorkCalendar; areSchedulesKnown: boolean },
): Rejection<MoveRejectionReason> | null {
  if (placeCount < 1 || placeCount > 1_000) return reject("NOTHING_TO_MOVE");
  if (to < facts.today) return reject("DAY_PAST");
  if (!isOpen(facts.calendar, to)) return reject("DAY_CLOSED", facts.calendar.holidays.get(to));
  return facts.areSchedulesKnown ? null : reject("SCHEDULE_UNKNOWN");
}
