import { enumOf } from "../../counting/graphql/enums.ts";
import type { CadenceKind as Cadence } from "../domain/cadence.ts";
import type { TriggerKind } from "../domain/planning-policy.ts";
import type { ScheduleChoice as Choice } from "../domain/schedule.ts";

export const CadenceKind = enumOf<Cadence>("CadenceKind", "How often something is counted.", {
  DAILY: "Each day of work.",
  WEEKLY: "Seven days after the last count.",
  MONTHLY: "A month after the last count.",
  QUARTERLY: "Three months after the last count.",
  YEARLY: "A year after the last count.",
  EVERY_N_DAYS: "So many days after the last count.",
});

export const ScheduleChoice = enumOf<Choice>(
  "ScheduleChoice",
  "What a schedule counts each time.",
  {
    PLACES: "All of its scope, place by place, each on its day.",
    FAST_MOVERS: "So many lots that moved most.",
    SLOW_MOVERS: "So many lots that moved least.",
    LOW_VALUE: "So many lots of little value.",
    HIGH_VALUE: "So many lots of great value.",
    RANDOM: "A sample; what it was drawn with is kept.",
  },
);

export const CountTriggerKind = enumOf<TriggerKind>(
  "CountTriggerKind",
  "What sets off a count beside the calendar, each once.",
  {
    BIN_EMPTIED: "The ledger says that a bin is empty.",
    BIN_NEGATIVE: "The ledger says that a bin holds less than nothing.",
    SHORT_PICK: "An issue came with the reason short_pick.",
    AFTER_VARIANCE: "A variance of the bin was posted.",
    ACCURACY_BELOW: "The last count of the bin was less accurate than the limit.",
  },
);

export const PlanRunKind = enumOf<"CLOCK" | "ASKED">("PlanRunKind", "Who made counts.", {
  CLOCK: "The clock of the site.",
  ASKED: "Somebody at the desk.",
});
