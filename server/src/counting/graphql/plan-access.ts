import {
  argumentsOf,
  everyFieldIs,
  pageArguments,
  type AccessRules,
} from "../../transport/access-rules.ts";

const see = "view:stock-count";
const plan = "create:stock-count";
const asField = "as-field";

/** Who may plan counts from templates, choose among their lines, and follow what changes. */
export const countingPlanAccess: AccessRules = {
  Query: {
    countTemplates: plan,
    countSessionTotals: see,
    ...argumentsOf("countSessionTotals", ["warehouseId", "search", "filter"]),
    ...argumentsOf("countTemplates", ["warehouseId", "search", ...pageArguments]),
  },
  Mutation: {
    ...everyFieldIs(plan, ["saveCountTemplate", "deleteCountTemplate"]),
    selectLines: see,
    ...argumentsOf("selectLines", ["input"]),
    ...argumentsOf("saveCountTemplate", ["input"]),
    ...argumentsOf("deleteCountTemplate", ["input"]),
  },
  CountSession: {
    ...everyFieldIs(see, ["template", "templateName", "scope", "changesCursor", "selection"]),
    ...argumentsOf("selection", ["token"]),
  },
  CountSessionsByStatus: everyFieldIs(see, ["status", "sessions"]),
  CountSessionTotals: {
    ...everyFieldIs(see, [
      "sessions",
      "byStatus",
      "lines",
      "counted",
      "skipped",
      "notAccessible",
      "different",
    ]),
    ...everyFieldIs([see, "view:cost"], ["valueVariance", "valueVarianceGross"]),
  },
  CountLineQuery: everyFieldIs(see, ["selection", "changedSince"]),
  // Whoever sees lines may choose among them; what is done with them asks for more.
  SelectLinesInput: everyFieldIs(see, ["sessionId", "query", "exceptLineIds"]),
  LinesSelected: { selection: see },
  LineSelection: everyFieldIs(see, ["token", "lineCount", "createdAt", "expiresAt"]),
  CountScope: {
    ...everyFieldIs(see, [
      "locations",
      "items",
      "supplier",
      "category",
      "abcClass",
      "includesEmpty",
      "lotsToCount",
      "seed",
    ]),
    valueThreshold: [see, "view:cost"],
  },
  CountTemplate: everyFieldIs(see, [
    "id",
    "name",
    "countType",
    "scope",
    "isBlind",
    "assignees",
    "notes",
    "deadlineAfterHours",
    "createdAt",
    "createdBy",
  ]),
  CountTemplateConnection: everyFieldIs(plan, ["edges", "nodes", "pageInfo", "totalCount"]),
  CountTemplateEdge: everyFieldIs(plan, ["cursor", "node"]),
  CreateCountSessionInput: { templateId: plan },
  PreviewCountInput: { templateId: plan },
  SaveCountTemplateInput: everyFieldIs(plan, [
    "warehouseId",
    "templateId",
    "name",
    "countType",
    "scope",
    "isBlind",
    "assigneeIds",
    "notes",
    "deadlineAfterHours",
  ]),
  CountTemplateInput: { templateId: plan },
  CountTemplateSaved: { template: plan },
  SaveCountTemplateRejected: everyFieldIs(asField, ["reason", "message"]),
  CountTemplateDeleted: { templateId: plan },
};
