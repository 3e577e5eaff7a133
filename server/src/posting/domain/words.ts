/** What a person has to answer before such a line is posted; an answer holds for one batch. */
export const postingQuestions = ["MOVED_DURING_COUNT", "TIME_UNCERTAIN", "COST_MISSING"] as const;
export type PostingQuestion = (typeof postingQuestions)[number];

/** Whether somebody has said yes to these very numbers. */
export type ApprovalState = "APPROVED" | "MISSING" | "INVALID";

export type PostingKind = "POSTING" | "REVERSAL";

/** How a line's stock changes. A match is evidence: it is posted, and nothing moves. */
export type AdjustmentKind = "RECEIPT" | "ISSUE" | "MATCH";
