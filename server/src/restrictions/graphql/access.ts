import {
  argumentsOf,
  everyFieldIs,
  pageArguments,
  type AccessRules,
} from "../../transport/access-rules.ts";

/** What is closed off or on hold tells nothing of quantities: whoever sees stock sees it. */
const see = "view:stock";
const plan = "create:stock-count";
const record = "record:stock-moves";
const asField = "as-field";

export const restrictionAccess: AccessRules = {
  Query: {
    ...everyFieldIs(see, ["closeOffs", "stockHolds"]),
    ...argumentsOf("closeOffs", ["warehouseId", "onlyCurrent", ...pageArguments]),
    ...argumentsOf("stockHolds", ["warehouseId", "onlyCurrent", ...pageArguments]),
  },
  Mutation: {
    ...everyFieldIs(plan, [
      "closeOffLocation",
      "extendCloseOff",
      "endCloseOff",
      "placeHold",
      "releaseHold",
    ]),
    ...argumentsOf("closeOffLocation", ["input"]),
    ...argumentsOf("extendCloseOff", ["input"]),
    ...argumentsOf("endCloseOff", ["input"]),
    ...argumentsOf("placeHold", ["input"]),
    ...argumentsOf("releaseHold", ["input"]),
  },
  CloseOff: {
    ...everyFieldIs(see, [
      "id",
      "location",
      "mode",
      "owner",
      "reason",
      "madeAt",
      "expiresAt",
      "endedAt",
      "isCurrent",
      "steps",
      "moves",
    ]),
    session: "view:stock-count",
    ...argumentsOf("moves", pageArguments),
  },
  CloseOffStep: everyFieldIs(see, ["kind", "actor", "happenedAt", "expiresAt", "reason"]),
  CloseOffMove: everyFieldIs(see, ["closeOff", "move", "overrideReason"]),
  StockHold: everyFieldIs(see, [
    "id",
    "item",
    "lot",
    "location",
    "reason",
    "placedAt",
    "placedBy",
    "releasedAt",
    "releasedBy",
    "releaseReason",
  ]),
  CloseOffConnection: everyFieldIs(see, ["edges", "nodes", "pageInfo", "totalCount"]),
  CloseOffEdge: everyFieldIs(see, ["cursor", "node"]),
  CloseOffMoveConnection: everyFieldIs(see, ["edges", "nodes", "pageInfo", "totalCount"]),
  CloseOffMoveEdge: everyFieldIs(see, ["cursor", "node"]),
  StockHoldConnection: everyFieldIs(see, ["edges", "nodes", "pageInfo", "totalCount"]),
  StockHoldEdge: everyFieldIs(see, ["cursor", "node"]),
  StockMovesRecorded: { inClosedPlaces: record },
  StockMoveRejection: everyFieldIs(record, ["closeOff", "hold"]),
  // Who plans counts may pass over a denial, and says why.
  RecordStockMovesInput: { closeOffOverride: [record, plan] },
  LocationClosedOff: { closeOff: plan },
  CloseOffChanged: { closeOff: plan },
  HoldPlaced: { hold: plan },
  HoldReleased: { hold: plan },
  CloseOffLocationRejected: everyFieldIs(asField, ["reason", "message"]),
  ChangeCloseOffRejected: everyFieldIs(asField, ["reason", "message"]),
  PlaceHoldRejected: everyFieldIs(asField, ["reason", "message"]),
  ReleaseHoldRejected: everyFieldIs(asField, ["reason", "message"]),
  CloseOffMode: everyFieldIs(plan, ["DENY", "WARN", "FLAG"]),
  CloseOffLocationInput: everyFieldIs(plan, ["locationId", "mode", "reason", "expiresAt"]),
  ExtendCloseOffInput: everyFieldIs(plan, ["closeOffId", "expiresAt"]),
  EndCloseOffInput: everyFieldIs(plan, ["closeOffId", "reason"]),
  PlaceHoldInput: everyFieldIs(plan, ["warehouseId", "itemId", "lotId", "locationId", "reason"]),
  ReleaseHoldInput: everyFieldIs(plan, ["holdId", "reason"]),
};
