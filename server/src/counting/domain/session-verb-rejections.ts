import { rejectionsOf } from "../../shared/rejection.ts";
import { may, type SessionState, type SessionVerb } from "./session-status.ts";

export const startRejections = {
  NOT_A_DRAFT: "Only a draft can be started.",
  NOTHING_TO_COUNT: "Nothing in this scope is free to be counted.",
  REASON_MISSING: "Say why the places are closed off.",
  REASON_TOO_LONG: "A reason has at most 2,000 characters.",
  EXPIRES_IN_THE_PAST: "The places must be open again at some time to come.",
  EXPIRES_TOO_LATE: "Places are closed off for 30 days at most; that can be extended.",
} as const;
export type StartRejectionReason = keyof typeof startRejections;
export const rejectStart = rejectionsOf<StartRejectionReason>(startRejections);

export const sessionVerbRejections = {
  SESSION_DRAFT: "This count has not started.",
  SESSION_SUBMITTED: "This count has been handed in: open it again first.",
  SESSION_NOT_SUBMITTED: "This count has not been handed in.",
  SESSION_PARTLY_POSTED: "Part of this count is posted already.",
  SESSION_POSTED: "This count is posted.",
  SESSION_CANCELLED: "This count was cancelled.",
  UNSENT_ENTRIES: "Entries wait on devices that have not sent them.",
  REASON_MISSING: "Say why.",
} as const;
export type SessionVerbRejectionReason = keyof typeof sessionVerbRejections;
export const rejectVerb = rejectionsOf<SessionVerbRejectionReason>(sessionVerbRejections);

/** Why a verb may not be used now; null where it may. */
export function rejectSessionVerb(
  verb: SessionVerb,
  state: SessionState,
): ReturnType<typeof rejectVerb> | null {
  if (may(verb, state)) return null;
  switch (state.status) {
    case "DRAFT":
      return rejectVerb("SESSION_DRAFT");
    case "OPEN":
      return rejectVerb(state.isSubmitted ? "SESSION_SUBMITTED" : "SESSION_NOT_SUBMITTED");
    case "PENDING_APPROVAL":
      return rejectVerb("SESSION_SUBMITTED");
    case "PARTIAL":
      return rejectVerb("SESSION_PARTLY_POSTED");
    case "POSTED":
      return rejectVerb("SESSION_POSTED");
    case "CANCELLED":
      return rejectVerb("SESSION_CANCELLED");
    default:
      return state.status satisfies never;
  }
}
