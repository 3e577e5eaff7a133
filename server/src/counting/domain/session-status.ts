import type { SessionStatus } from "./words.ts";

/** As far as the verbs of a session depend on it. */
export interface SessionState {
  status: SessionStatus;
  /** Counting has been handed in: nobody enters more until it is opened again. */
  isSubmitted: boolean;
}

export type SessionVerb =
  | "EDIT"
  | "START"
  | "COUNT"
  | "RECOUNT"
  | "MATCH"
  | "SUBMIT"
  | "REOPEN"
  | "RESET"
  | "CLOSE"
  | "CANCEL";

/** The states in which a verb may be used. */
const allowed: Record<SessionVerb, (state: SessionState) => boolean> = {
  EDIT: ({ status }) => status === "DRAFT" || status === "OPEN",
  START: ({ status }) => status === "DRAFT",
  // Part of it may be posted while the rest is still being counted.
  COUNT: ({ status, isSubmitted }) => (status === "OPEN" || status === "PARTIAL") && !isSubmitted,
  // Lines are sent back to the floor until all of it is posted.
  RECOUNT: ({ status }) =>
    status === "OPEN" || status === "PENDING_APPROVAL" || status === "PARTIAL",
  // Also what was handed in: a supervisor tidies up before approving.
  MATCH: ({ status }) => status === "OPEN" || status === "PENDING_APPROVAL",
  SUBMIT: ({ status, isSubmitted }) => status === "OPEN" && !isSubmitted,
  REOPEN: ({ status, isSubmitted }) =>
    status === "PENDING_APPROVAL" || (status === "OPEN" && isSubmitted),
  RESET: ({ status, isSubmitted }) => status === "OPEN" && !isSubmitted,
  CLOSE: ({ status }) => status === "OPEN" || status === "PENDING_APPROVAL" || status === "PARTIAL",
  CANCEL: ({ status }) => status === "DRAFT" || status === "OPEN" || status === "PENDING_APPROVAL",
};

export function may(verb: SessionVerb, state: SessionState): boolean {
  return allowed[verb](state);
}

export interface WhatIsLeft {
  /** Option 170. */
  isApprovalRequired: boolean;
  /** Counted lines with a variance that no posting has settled. */
  unpostedVariances: number;
  postedLines: number;
}

/** The state after a verb that is allowed. EDIT, COUNT, RECOUNT, MATCH and RESET leave it as it is. */
export function stateAfter(verb: SessionVerb, state: SessionState, left: WhatIsLeft): SessionState {
  switch (verb) {
    case "START":
      return { status: "OPEN", isSubmitted: false };
    case "SUBMIT":
      return { status: left.isApprovalRequired ? "PENDING_APPROVAL" : "OPEN", isSubmitted: true };
    case "REOPEN":
      return { status: "OPEN", isSubmitted: false };
    case "CLOSE":
      return afterClosing(state, left);
    case "CANCEL":
      return { status: "CANCELLED", isSubmitted: state.isSubmitted };
    case "EDIT":
    case "COUNT":
    case "RECOUNT":
    case "MATCH":
    case "RESET":
      return state;
    default:
      return verb satisfies never;
  }
}

/** Counting is over. What differs still has to be posted; where nothing does, the count is complete. */
function afterClosing({ status }: SessionState, left: WhatIsLeft): SessionState {
  if (left.unpostedVariances === 0) return { status: "POSTED", isSubmitted: true };
  if (left.postedLines > 0) return { status: "PARTIAL", isSubmitted: true };
  if (status === "PENDING_APPROVAL" || left.isApprovalRequired)
    return { status: "PENDING_APPROVAL", isSubmitted: true };
  return { status: "OPEN", isSubmitted: true };
}
