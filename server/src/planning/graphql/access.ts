import {
  argumentsOf,
  everyFieldIs,
  pageArguments,
  type AccessRules,
} from "../../transport/access-rules.ts";

/** Who plans counts sees the plan: it tells how many lines a place has, and nothing of what lies there. */
const plan = "create:stock-count";
const asField = "as-field";

export const planningAccess: AccessRules = {
  Query: {
    ...everyFieldIs(plan, ["plan", "abcThresholds", "abcRuns"]),
    ...argumentsOf("plan", ["warehouseId"]),
    ...argumentsOf("abcThresholds", ["warehouseId"]),
    ...argumentsOf("abcRuns", ["warehouseId", ...pageArguments]),
  },
  Mutation: {
    ...everyFieldIs(plan, [
      ...["saveSchedule", "retireSchedule", "savePlanningPolicy", "movePlannedCounts"],
      ...["generateCounts", "saveAbcThresholds", "analyseAbc", "applyAbcRun"],
    ]),
    ...argumentsOf("saveSchedule", ["input"]),
    ...argumentsOf("retireSchedule", ["input"]),
    ...argumentsOf("savePlanningPolicy", ["input"]),
    ...argumentsOf("movePlannedCounts", ["input"]),
    ...argumentsOf("generateCounts", ["input"]),
    ...argumentsOf("saveAbcThresholds", ["input"]),
    ...argumentsOf("analyseAbc", ["input"]),
    ...argumentsOf("applyAbcRun", ["input"]),
  },
  Plan: {
    ...everyFieldIs(plan, [
      ...["today", "timeZone", "policy", "schedules", "overdue", "dueNow", "nextRun", "calendar"],
      ...["runs", "triggers", "csv"],
    ]),
    ...argumentsOf("calendar", ["from", "to"]),
  },
  PlanningPolicy: everyFieldIs(plan, [
    ...["workDays", "linesADay", "windowDays", "runsAt", "triggers", "accuracyBelow", "holidays"],
  ]),
  Holiday: everyFieldIs(plan, ["day", "name"]),
  Schedule: everyFieldIs(plan, [
    ...["id", "name", "cadence", "cadenceDays", "startsOn", "leadDays", "choice", "scope"],
    ...["isBlind", "assignees", "notes", "startsByItself", "owner", "placeCount", "lineCount"],
    ...["linesADay", "lastCountedOn", "nextDueOn", "linesOverdue"],
  ]),
  PlannedCount: everyFieldIs(plan, ["scheduleId", "location", "dueOn", "plannedOn", "lines"]),
  PlannedLoad: everyFieldIs(plan, ["scheduleId", "name", "plannedOn", "lines", "places"]),
  OfferedMove: everyFieldIs(plan, ["to", "lines", "counts"]),
  PlannedDay: everyFieldIs(plan, [
    ...["day", "isOpen", "holiday", "linesCounted", "linesMade", "linesLeft", "linesPlanned"],
    ...["overBy", "loads", "movedFrom", "offer"],
  ]),
  OverduePlace: everyFieldIs(plan, [
    ...["scheduleId", "location", "lines", "countedOn", "dueOn", "daysLate", "heldBy", "lastMade"],
  ]),
  PlannedRun: everyFieldIs(plan, ["day", "at", "lines", "places", "counts"]),
  PlanRun: everyFieldIs(plan, ["kind", "runOn", "madeAt", "madeBy", "counts", "places", "lines"]),
  CountTrigger: everyFieldIs(plan, ["kind", "happenedAt", "location", "session"]),
  ScheduleSaved: { schedule: plan },
  ScheduleRetired: { scheduleId: plan },
  PlanningPolicySaved: { policy: plan },
  PlannedCountsMoved: { movedCount: plan },
  CountsGenerated: everyFieldIs(plan, ["sessions", "places", "lines"]),
  SaveScheduleRejected: everyFieldIs(asField, ["reason", "message"]),
  SavePlanningPolicyRejected: everyFieldIs(asField, ["reason", "message"]),
  MovePlannedCountsRejected: everyFieldIs(asField, ["reason", "message"]),
  SaveScheduleInput: everyFieldIs(plan, [
    ...["warehouseId", "scheduleId", "name", "cadence", "cadenceDays", "startsOn", "leadDays"],
    ...["choice", "scope", "isBlind", "assigneeIds", "notes", "startsByItself", "ownerId"],
  ]),
  RetireScheduleInput: { scheduleId: plan },
  SavePlanningPolicyInput: everyFieldIs(plan, [
    ...["warehouseId", "workDays", "linesADay", "windowDays", "runsAt", "triggers"],
    ...["accuracyBelow", "holidays"],
  ]),
  HolidayInput: everyFieldIs(plan, ["day", "name"]),
  PlannedCountInput: everyFieldIs(plan, ["scheduleId", "locationId", "dueOn"]),
  MovePlannedCountsInput: everyFieldIs(plan, ["warehouseId", "counts", "to"]),
  GenerateCountsInput: everyFieldIs(plan, ["warehouseId", "places"]),
  CadenceKind: everyFieldIs(plan, [
    ...["DAILY", "WEEKLY", "MONTHLY", "QUARTERLY", "YEARLY", "EVERY_N_DAYS"],
  ]),
  ScheduleChoice: everyFieldIs(plan, [
    ...["PLACES", "FAST_MOVERS", "SLOW_MOVERS", "LOW_VALUE", "HIGH_VALUE", "RANDOM"],
  ]),
  CountTriggerKind: everyFieldIs(plan, [
    ...["BIN_EMPTIED", "BIN_NEGATIVE", "SHORT_PICK", "AFTER_VARIANCE", "ACCURACY_BELOW"],
  ]),
};
