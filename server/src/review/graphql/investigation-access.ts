import { argumentsOf, everyFieldIs, type AccessRules } from "../../transport/access-rules.ts";

/** What explains a variance tells that there is one: it is for those who may see what is expected. */
const see = ["view:stock-count", "view:expected-quantity"] as const;
const cost = [...see, "view:cost"] as const;
const record = "create:stock-count";
const manage = "manage:options";
const asField = "as-field";

/** Who may say why lines differ, and see what was said. */
export const investigationAccess: AccessRules = {
  Query: {
    varianceReasons: "view:stock-count",
    suggestedCauses: see,
    varianceReasonUse: see,
    variancePareto: cost,
    ...argumentsOf("suggestedCauses", ["lineId"]),
    ...argumentsOf("variancePareto", ["warehouseId", "by", "sessionId", "from", "to", "first"]),
  },
  Mutation: {
    ...everyFieldIs(manage, ["saveVarianceReason", "orderVarianceReasons"]),
    ...argumentsOf("orderVarianceReasons", ["input"]),
    recordInvestigation: [record, "view:expected-quantity"],
    ...argumentsOf("saveVarianceReason", ["input"]),
    ...argumentsOf("recordInvestigation", ["input"]),
  },
  CountLine: { investigation: see, photos: see },
  LinePhoto: everyFieldIs(see, ["id", "path", "addedAt", "addedBy"]),
  VarianceReason: everyFieldIs("view:stock-count", ["code", "name", "isActive"]),
  VarianceReasonUse: everyFieldIs(see, ["code", "lines", "lastAt"]),
  OrderVarianceReasonsInput: { codes: manage },
  VarianceReasonsOrdered: { reasons: "view:stock-count" },
  OrderVarianceReasonsRejected: everyFieldIs(asField, ["reason", "message"]),
  InvestigationRevision: everyFieldIs(see, [
    "revision",
    "reasonCode",
    "notes",
    "fix",
    "recordedAt",
    "recordedBy",
  ]),
  SuggestedCause: everyFieldIs(see, [
    "kind",
    "reasonCode",
    "score",
    "quantity",
    "line",
    "location",
    "moveSequence",
    "reference",
    "unitCode",
    "serial",
    "sessionNumber",
  ]),
  VarianceParetoBar: everyFieldIs(cost, [
    "reasonCode",
    "location",
    "item",
    "categoryName",
    "lines",
    "valueGross",
    "valueNet",
    "withoutCost",
    "cumulativePercent",
  ]),
  ParetoGrouping: everyFieldIs(asField, ["CAUSE", "PLACE", "ITEM", "CATEGORY"]),
  VarianceFix: everyFieldIs(asField, [
    "CONFIRMED_CONSUMPTION",
    "MOVED_TO_RIGHT_PLACE",
    "MOVED_TO_DISCREPANCY_LOCATION",
    "RETURNED_TO_STOCK",
  ]),
  SaveVarianceReasonInput: everyFieldIs(manage, ["code", "name", "isActive"]),
  VarianceReasonSaved: { reason: "view:stock-count" },
  SaveVarianceReasonRejected: everyFieldIs(asField, ["reason", "message"]),
  RecordInvestigationInput: everyFieldIs(record, [
    "lineId",
    "basedOnRevision",
    "reasonCode",
    "notes",
    "fix",
  ]),
  InvestigationRecorded: { line: "view:stock-count" },
  RecordInvestigationRejected: everyFieldIs(asField, ["reason", "message"]),
};
