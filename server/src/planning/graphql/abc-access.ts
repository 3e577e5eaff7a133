import {
  argumentsOf,
  everyFieldIs,
  pageArguments,
  type AccessRules,
} from "../../transport/access-rules.ts";

const plan = "create:stock-count";
/** What was used is quantity times cost: who may not know costs is not told, nor its shares. */
const cost = ["create:stock-count", "view:cost"] as const;
const asField = "as-field";

export const abcAccess: AccessRules = {
  AbcThresholds: everyFieldIs(plan, ["shareA", "shareB", "days", "liftFromMoves"]),
  AbcRun: {
    ...everyFieldIs(plan, [
      ...["id", "madeAt", "madeBy", "usedSince", "thresholds", "itemCount", "appliedAt"],
      ...["appliedBy", "items", "classes"],
    ]),
    ...everyFieldIs(cost, ["valueUsed", "curve"]),
    ...argumentsOf("items", ["onlyChanged", "abcClass", ...pageArguments]),
  },
  AbcRunConnection: everyFieldIs(plan, ["edges", "nodes", "pageInfo", "totalCount"]),
  AbcRunEdge: everyFieldIs(plan, ["cursor", "node"]),
  AbcItem: {
    ...everyFieldIs(plan, ["rank", "item", "moves", "classBefore", "classNow"]),
    ...everyFieldIs(cost, ["valueUsed", "share", "shareCumulative", "because"]),
  },
  AbcItemConnection: everyFieldIs(plan, ["edges", "nodes", "pageInfo", "totalCount"]),
  AbcItemEdge: everyFieldIs(plan, ["cursor", "node"]),
  AbcClassSum: {
    ...everyFieldIs(plan, ["abcClass", "items", "changed"]),
    valueUsed: cost,
  },
  AbcPoint: everyFieldIs(cost, ["rank", "shareCumulative"]),
  SaveAbcThresholdsInput: everyFieldIs(plan, [
    ...["warehouseId", "shareA", "shareB", "days", "liftFromMoves"],
  ]),
  AbcThresholdsSaved: { thresholds: plan },
  SaveAbcThresholdsRejected: everyFieldIs(asField, ["reason", "message"]),
  AnalyseAbcInput: { warehouseId: plan },
  AbcAnalysisAskedFor: { job: plan },
  ApplyAbcRunInput: { abcRunId: plan },
  AbcRunApplied: everyFieldIs(plan, ["run", "changedCount"]),
};
