import { argumentsOf, everyFieldIs, type AccessRules } from "../../transport/access-rules.ts";

const see = ["view:stock-count", "view:expected-quantity"] as const;
/** A tolerance may be one of money: what a line is judged by tells its cost. */
const cost = [...see, "view:cost"] as const;
const plan = "create:stock-count";
const manage = "manage:options";
const asField = "as-field";

/** Who may say how variances are judged, and see how they were. */
export const reviewAccess: AccessRules = {
  Query: {
    ...everyFieldIs(see, ["toleranceSet", "toleranceVersions"]),
    tryTolerance: cost,
    ...argumentsOf("toleranceVersions", ["warehouseId"]),
    ...argumentsOf("tryTolerance", ["input"]),
    ...argumentsOf("toleranceSet", ["warehouseId", "version"]),
  },
  Mutation: {
    saveToleranceSet: manage,
    saveSessionTolerance: plan,
    ...argumentsOf("saveToleranceSet", ["input"]),
    ...argumentsOf("saveSessionTolerance", ["input"]),
  },
  CountSession: { tolerance: see },
  CountLine: { toleranceVerdict: cost },
  ToleranceVerdict: everyFieldIs(cost, ["isWithin", "source", "rule", "version", "breaches"]),
  ToleranceBreach: everyFieldIs(cost, ["limit", "side", "allowed", "found", "isCostUnknown"]),
  ToleranceSet: everyFieldIs(see, ["version", "savedAt", "rules"]),
  ToleranceRule: everyFieldIs(see, ["item", "abcClass", "location", "limits"]),
  ToleranceLimits: everyFieldIs(see, ["quantity", "percent", "value", "valuePercent"]),
  ToleranceLimit: everyFieldIs(see, ["upper", "lower"]),
  ToleranceVersion: everyFieldIs(see, [
    "version",
    "savedAt",
    "savedBy",
    "ruleCount",
    "countsJudged",
  ]),
  ToleranceTrial: everyFieldIs(cost, ["variance", "rulePosition", "verdict"]),
  TryToleranceInput: {
    ...everyFieldIs(cost, [
      "warehouseId",
      "version",
      "itemId",
      "abcClass",
      "locationId",
      "expected",
      "counted",
      "unitCost",
    ]),
    rules: manage,
  },
  SessionTolerance: everyFieldIs(see, ["version", "limits"]),
  SaveToleranceSetInput: everyFieldIs(manage, ["warehouseId", "basedOnVersion", "rules"]),
  ToleranceRuleInput: everyFieldIs(manage, ["itemId", "abcClass", "locationId", "limits"]),
  ToleranceLimitsInput: everyFieldIs(asField, ["quantity", "percent", "value", "valuePercent"]),
  ToleranceLimitInput: everyFieldIs(asField, ["upper", "lower"]),
  ToleranceSetSaved: { set: see },
  SaveToleranceSetRejected: everyFieldIs(asField, ["reason", "message"]),
  SaveSessionToleranceInput: everyFieldIs(plan, ["sessionId", "limits"]),
  SessionToleranceSaved: { session: "view:stock-count" },
  SaveSessionToleranceRejected: everyFieldIs(asField, ["reason", "message"]),
};
