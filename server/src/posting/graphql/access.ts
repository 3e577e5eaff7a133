import {
  argumentsOf,
  everyFieldIs,
  pageArguments,
  type AccessRules,
} from "../../transport/access-rules.ts";

/** A posting tells what was expected: it is for nobody for whom a count may be blind. */
const see = ["view:stock-count", "view:expected-quantity"] as const;
const post = ["post:stock-count", "view:expected-quantity"] as const;
const cost = [...see, "view:cost"] as const;
const postCost = [...post, "view:cost"] as const;

const adjustmentSums = ["lines", "unitsIn", "unitsOut", "withoutCost"];

export const postingAccess: AccessRules = {
  Query: { postingPreview: post, ...argumentsOf("postingPreview", ["input"]) },
  Mutation: {
    ...everyFieldIs(post, ["postSession", "reversePosting"]),
    ...argumentsOf("postSession", ["input"]),
    ...argumentsOf("reversePosting", ["input"]),
  },
  CountSession: { postings: see, ...argumentsOf("postings", pageArguments) },
  CountLine: { posting: see },
  Posting: {
    ...everyFieldIs(see, [
      "id",
      "kind",
      "session",
      "postedAt",
      "postedBy",
      "reason",
      "accepted",
      "lineCount",
      "adjustedCount",
      "reverses",
      "reversals",
      "totals",
      "lines",
      "report",
    ]),
    ...argumentsOf("lines", ["onlyAdjusted", ...pageArguments]),
  },
  PostingLine: {
    ...everyFieldIs(see, [
      "line",
      "kind",
      "quantityCounted",
      "quantityExpected",
      "quantityDelta",
      "countedAt",
      "reversedBy",
    ]),
    ...everyFieldIs(cost, ["unitCost", "currency", "valueDelta"]),
  },
  PostingTotals: {
    ...everyFieldIs(see, ["receipts", "issues", "unitsIn", "unitsOut", "withoutCost", "takenBack"]),
    ...everyFieldIs(cost, ["valueIn", "valueOut", "valueNet"]),
  },
  AdjustmentReport: {
    ...everyFieldIs(see, ["byReason", "byPlace", "countedBy", "approvedBy"]),
    ...argumentsOf("byPlace", ["first"]),
  },
  AdjustmentByReason: {
    ...everyFieldIs(see, ["reasonCode", "reasonName", ...adjustmentSums]),
    ...everyFieldIs(cost, ["valueIn", "valueOut"]),
  },
  AdjustmentByPlace: {
    ...everyFieldIs(see, ["location", ...adjustmentSums]),
    ...everyFieldIs(cost, ["valueIn", "valueOut"]),
  },
  PostingSignature: everyFieldIs(see, ["user", "lines", "lastAt"]),
  PostingConnection: everyFieldIs(see, ["edges", "nodes", "pageInfo", "totalCount"]),
  PostingEdge: everyFieldIs(see, ["cursor", "node"]),
  PostingLineConnection: everyFieldIs(see, ["edges", "nodes", "pageInfo", "totalCount"]),
  PostingLineEdge: everyFieldIs(see, ["cursor", "node"]),
  PostingPreview: {
    ...everyFieldIs(post, [
      "digest",
      "canBePosted",
      "lines",
      "matches",
      "receipts",
      "issues",
      "moves",
      "unitsIn",
      "unitsOut",
      "withoutCost",
      "notCounted",
      "movedDuringCount",
      "byReason",
      "refusals",
      "refusedLines",
    ]),
    ...everyFieldIs(postCost, ["valueIn", "valueOut"]),
  },
  PostingRefusalCount: everyFieldIs(post, ["reason", "lines"]),
  RefusedLine: everyFieldIs(post, [
    "line",
    "reasons",
    "messages",
    "quantityOnHand",
    "serials",
    "closeOff",
    "hold",
  ]),
  SessionPosted: everyFieldIs(post, ["posting", "wasPosted"]),
  PostingAskedFor: { job: post },
  PostSessionRejected: everyFieldIs(post, ["reason", "message", "refusedLines"]),
  PostingReversed: everyFieldIs(post, ["posting", "wasReversed"]),
  ReversePostingRejected: everyFieldIs(post, ["reason", "message", "refusedLines"]),
  PostingPreviewInput: everyFieldIs(post, ["sessionId", "selection", "lineIds", "accepted"]),
  PostSessionInput: everyFieldIs(post, ["sessionId", "selection", "lineIds", "accepted", "digest"]),
  ReversePostingInput: everyFieldIs(post, ["postingId", "lineIds", "reason"]),
  PostingQuestion: everyFieldIs(post, ["MOVED_DURING_COUNT", "TIME_UNCERTAIN", "COST_MISSING"]),
};
