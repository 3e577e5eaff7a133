import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";
import type { JobRow } from "./job.ts";

/** Why a job cannot be stopped, in the order in which the reasons are looked for. */
export const cancelJobRejections = {
  JOB_DONE: "It is done already.",
  JOB_ENDED: "It has come to its end already, without doing anything.",
} as const;
export type CancelJobRejectionReason = keyof typeof cancelJobRejections;
const reject = rejectionsOf<CancelJobRejectionReason>(cancelJobRejections);

export type CancelDecision =
  | { kind: "STOP" }
  /** Somebody works at it: he looks for the word before he commits. */
  | { kind: "ASK" }
  | { kind: "REPEATED" }
  | { kind: "REJECTED"; rejection: Rejection<CancelJobRejectionReason> };

export function decideCancelJob({
  state,
  isCancelAsked,
}: Pick<JobRow, "state" | "isCancelAsked">): CancelDecision {
  switch (state) {
    case "WAITING":
      return { kind: "STOP" };
    case "RUNNING":
      return { kind: isCancelAsked ? "REPEATED" : "ASK" };
    case "CANCELLED":
      return { kind: "REPEATED" };
    case "DONE":
      return { kind: "REJECTED", rejection: reject("JOB_DONE") };
    case "REJECTED":
    case "FAILED":
      return { kind: "REJECTED", rejection: reject("JOB_ENDED") };
  }
}
