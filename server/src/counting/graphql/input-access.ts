import { everyFieldIs, type AccessRules } from "../../transport/access-rules.ts";

const see = "view:stock-count";
const count = "update:stock-count";
const plan = "create:stock-count";
const cost = [see, "view:cost"] as const;
const asField = "as-field";

/** Who may send what about counts: inputs, conditions, and the words in them. */
export const countingInputAccess: AccessRules = {
  CountSessionFilter: everyFieldIs(see, ["status", "countType", "createdAt", "deadlineAt"]),
  CountSessionStatus: everyFieldIs(asField, [
    "DRAFT",
    "OPEN",
    "PENDING_APPROVAL",
    "PARTIAL",
    "POSTED",
    "CANCELLED",
  ]),
  CountType: everyFieldIs(asField, [
    "FULL",
    "LOCATIONS",
    "ITEMS",
    "SUPPLIER",
    "CATEGORY",
    "FAST_MOVERS",
    "SLOW_MOVERS",
    "LOW_VALUE",
    "HIGH_VALUE",
    "RANDOM",
    "ABC",
  ]),
  CountLineState: everyFieldIs(asField, ["NOT_VISITED", "COUNTED", "SKIPPED", "NOT_ACCESSIBLE"]),
  CountLineView: {
    ...everyFieldIs(see, [
      "ALL",
      "DISCREPANCIES",
      "OVERAGES",
      "SHORTAGES",
      "NOT_COUNTED",
      "FLAGGED",
      "RECOUNT",
      "NOT_POSTED",
      "LOCATION_MOVES",
    ]),
    // Some tolerances are of money: what is in the list tells the cost.
    OUT_OF_TOLERANCE: cost,
  },
  ObservationMode: everyFieldIs(count, [
    "ADD",
    "REPLACE",
    "VERIFY",
    "SKIP",
    "NOT_ACCESSIBLE",
    "VOID",
  ]),
  TimeSource: everyFieldIs(count, ["DEVICE", "WRITTEN"]),
  OverlapPolicy: everyFieldIs(plan, ["EXCLUDE", "ACCEPT"]),
  NotVisitedPolicy: everyFieldIs(plan, ["LEAVE", "COUNT_AS_ZERO", "FOLLOW_UP"]),
  CountSessionStatusFilter: everyFieldIs(asField, ["eq", "neq", "in", "isNull"]),
  CountTypeFilter: everyFieldIs(asField, ["eq", "neq", "in", "isNull"]),
  CountLineStateFilter: everyFieldIs(asField, ["eq", "neq", "in", "isNull"]),
  CountLineFilter: {
    ...everyFieldIs(see, ["itemId", "withinLocationId", "categoryId", "state"]),
    // That there is a reason tells that there is a variance.
    reasonCode: [see, "view:expected-quantity"],
  },
  CountLineGrouping: {
    ...everyFieldIs(see, ["LOCATION", "ITEM", "CATEGORY"]),
    REASON: [see, "view:expected-quantity"],
  },
  CountLineQuery: everyFieldIs(see, ["view", "search", "filter", "orderBy"]),
  CountLineOrder: everyFieldIs(see, ["field", "direction"]),
  CountLineOrderField: {
    ...everyFieldIs(see, [
      "LINE_NUMBER",
      "ITEM",
      "LOCATION",
      "QUANTITY_COUNTED",
      "QUANTITY_EXPECTED",
      "QUANTITY_VARIANCE",
    ]),
    VALUE_VARIANCE: cost,
  },
  PreviewCountInput: everyFieldIs(plan, ["warehouseId", "countType", "scope"]),
  SaveOptionInput: everyFieldIs("manage:options", [
    "code",
    "warehouseId",
    "isOn",
    "number",
    "text",
  ]),
  UpdateCountSessionInput: everyFieldIs(plan, [
    "sessionId",
    "title",
    "deadlineAt",
    "notes",
    "assigneeIds",
  ]),
  CountScopeInput: {
    ...everyFieldIs(plan, [
      "locationIds",
      "itemIds",
      "supplierId",
      "categoryId",
      "abcClass",
      "includesEmpty",
      "lotsToCount",
      "seed",
    ]),
    // How many lots lie below a value tells the value.
    valueThreshold: [plan, "view:cost"],
  },
  CreateCountSessionInput: everyFieldIs(plan, [
    "warehouseId",
    "title",
    "countType",
    "scope",
    "isBlind",
    "deadlineAt",
    "notes",
    "reference",
    "assigneeIds",
  ]),
  StartCountSessionInput: everyFieldIs(plan, ["sessionId", "overlap", "closeOff"]),
  CloseOffAtStartInput: everyFieldIs(plan, ["mode", "reason", "expiresAt"]),
  // Handing in is for counters as well.
  CountSessionInput: everyFieldIs(count, ["sessionId"]),
  CountSessionReasonInput: everyFieldIs(plan, ["sessionId", "reason"]),
  CloseCountSessionInput: everyFieldIs(plan, ["sessionId", "notVisited"]),
  RecordObservationsInput: everyFieldIs(count, ["sessionId", "observations"]),
  ObservationInput: {
    ...everyFieldIs(count, [
      "externalId",
      "mode",
      "lineId",
      "itemId",
      "locationId",
      "lotCode",
      "stockStatus",
      "rawScan",
      "quantity",
      "unitCode",
      "serials",
      "reason",
      "note",
      "voids",
      "countedAt",
      "timeSource",
      "clockOffsetMs",
      "seenLineVersion",
      "deviceId",
      "sheetId",
    ]),
    // Nobody says of himself what another has counted.
    countedById: plan,
  },
  VoidedObservationInput: everyFieldIs(count, ["userId", "externalId"]),
};
