import type { IdUse } from "./id-places.ts";

const warehouse = (document: string): IdUse => ({ kind: "Warehouse", document });
const schedule = (document: string): IdUse => ({ kind: "Schedule", document });
const location = (document: string): IdUse => ({ kind: "Location", document });
const ask = (text: string) => `query ($id: ID!) { ${text} }`;
const change = (text: string) => `mutation ($id: ID!) { ${text} }`;
const changeWithin = (text: string) => `mutation ($id: ID!, $w: ID!) { ${text} }`;
const saved = "{ ... on SaveScheduleRejected { reason message } }";
const moved = "{ ... on MovePlannedCountsRejected { reason message } }";
const nothing = `"bm90aGluZw"`;
const daily = `name: "T36", cadence: DAILY, startsOn: "2026-11-20"`;

/** Places of planning that take an id. */
export const planningIdUses: Record<string, IdUse[] | "company-wide"> = {
  "Query.plan(warehouseId:)": [warehouse(ask("plan(warehouseId: $id) { today }"))],
  "Query.abcThresholds(warehouseId:)": [warehouse(ask("abcThresholds(warehouseId: $id) { days }"))],
  "Query.abcRuns(warehouseId:)": [warehouse(ask("abcRuns(warehouseId: $id) { totalCount }"))],
  "SaveScheduleInput.warehouseId": [
    warehouse(change(`saveSchedule(input: { warehouseId: $id, ${daily} }) { __typename }`)),
  ],
  "SaveScheduleInput.scheduleId": [
    schedule(
      changeWithin(`saveSchedule(input: { warehouseId: $w, scheduleId: $id, ${daily} }) ${saved}`),
    ),
  ],
  "SaveScheduleInput.assigneeIds": "company-wide",
  "SaveScheduleInput.ownerId": "company-wide",
  "RetireScheduleInput.scheduleId": [
    schedule(change("retireSchedule(input: { scheduleId: $id }) { scheduleId }")),
  ],
  "SavePlanningPolicyInput.warehouseId": [
    warehouse(
      change(`savePlanningPolicy(input: { warehouseId: $id, workDays: [1], windowDays: 1,
        runsAt: "02:00", triggers: [], holidays: [] }) { __typename }`),
    ),
  ],
  "MovePlannedCountsInput.warehouseId": [
    warehouse(
      change(`movePlannedCounts(input: { warehouseId: $id, counts: [], to: "2026-11-20" }) {
        __typename }`),
    ),
  ],
  "PlannedCountInput.scheduleId": [
    schedule(
      changeWithin(`movePlannedCounts(input: { warehouseId: $w, to: "2036-11-20",
        counts: [{ scheduleId: $id, dueOn: "2036-11-20" }] }) ${moved}`),
    ),
    schedule(
      changeWithin(`generateCounts(input: { warehouseId: $w, places: [{ scheduleId: $id }] }) {
        places }`),
    ),
  ],
  "PlannedCountInput.locationId": [
    location(
      changeWithin(`generateCounts(input: { warehouseId: $w,
        places: [{ scheduleId: ${nothing}, locationId: $id }] }) { places }`),
    ),
  ],
  "GenerateCountsInput.warehouseId": [
    warehouse(change("generateCounts(input: { warehouseId: $id }) { places }")),
  ],
  "SaveAbcThresholdsInput.warehouseId": [
    warehouse(
      change(`saveAbcThresholds(input: { warehouseId: $id, shareA: 80, shareB: 95, days: 30 }) {
        __typename }`),
    ),
  ],
  "AnalyseAbcInput.warehouseId": [
    warehouse(change("analyseAbc(input: { warehouseId: $id }) { job { id } }")),
  ],
  "ApplyAbcRunInput.abcRunId": [
    {
      kind: "AbcRun",
      document: change("applyAbcRun(input: { abcRunId: $id }) { changedCount }"),
    },
  ],
};
