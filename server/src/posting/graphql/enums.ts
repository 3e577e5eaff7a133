import { registerEnumType } from "type-graphql";
import { postingRefusals } from "../domain/posting-refusals.ts";

export const PostingQuestion = {
  MOVED_DURING_COUNT: "MOVED_DURING_COUNT",
  TIME_UNCERTAIN: "TIME_UNCERTAIN",
  COST_MISSING: "COST_MISSING",
};
registerEnumType(PostingQuestion, {
  name: "PostingQuestion",
  description: "What a person has to answer before such lines are posted.",
  valuesConfig: {
    MOVED_DURING_COUNT: { description: "Stock moved while it was being counted." },
    TIME_UNCERTAIN: { description: "Stock moved when it may have been counted." },
    COST_MISSING: { description: "More was found than expected, and it has no cost." },
  },
});

export const PostingKind = { POSTING: "POSTING", REVERSAL: "REVERSAL" };
registerEnumType(PostingKind, {
  name: "PostingKind",
  description: "What a posting does.",
  valuesConfig: {
    POSTING: { description: "It writes what a count has found to stock." },
    REVERSAL: { description: "It takes lines of another posting back." },
  },
});

export const AdjustmentKind = { RECEIPT: "RECEIPT", ISSUE: "ISSUE", MATCH: "MATCH" };
registerEnumType(AdjustmentKind, {
  name: "AdjustmentKind",
  description: "How a line's stock changes; reason stock_count, kind system_correction.",
  valuesConfig: {
    RECEIPT: { description: "More was found: it comes in." },
    ISSUE: { description: "Less was found: it goes out." },
    MATCH: { description: "What was expected was found: evidence, and nothing moves." },
  },
});

export const PostingRefusalReason = Object.fromEntries(
  Object.keys(postingRefusals).map((reason) => [reason, reason]),
);
registerEnumType(PostingRefusalReason, {
  name: "PostingRefusalReason",
  description: "Why a line may not be posted or taken back.",
  valuesConfig: Object.fromEntries(
    Object.entries(postingRefusals).map(([reason, description]) => [reason, { description }]),
  ),
});
