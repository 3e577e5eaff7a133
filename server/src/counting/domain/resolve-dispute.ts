import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";
import type { FoldedLine } from "./fold-line.ts";
import type { LineObservation } from "./observation.ts";
import { may, type SessionState } from "./session-status.ts";

/** In the order in which they are looked for. */
export const resolutionRejections = {
  REASON_MISSING: "Say why this count stands.",
  SESSION_NOT_OPEN: "Disputes are resolved while the count is open or waits for its approval.",
  LINE_CHANGED: "The line has changed since you looked at it: look again.",
  NOT_DISPUTED: "Nobody disputes this line.",
  NOT_COUNTED_BY: "This person has not counted this line.",
} as const;
export type ResolutionRejectionReason = keyof typeof resolutionRejections;
const reject = rejectionsOf<ResolutionRejectionReason>(resolutionRejections);

export interface AskedResolution {
  /** Whose count stands. */
  standsUserId: string;
  reason: string;
  /** Of the line, as the supervisor saw it. */
  seenVersion: number;
}

export interface ResolutionFacts {
  session: SessionState;
  version: number;
  folded: FoldedLine;
}

export type Resolution =
  | { kind: "RESOLVED"; takenBack: readonly LineObservation[] }
  | { kind: "REJECTED"; rejection: Rejection<ResolutionRejectionReason> };

/** One look stands because a supervisor says so; the others are taken back, and stay to be seen. */
export function resolveDispute(asked: AskedResolution, facts: ResolutionFacts): Resolution {
  const { counts, isDisputed } = facts.folded;
  if (asked.reason.trim() === "") return no("REASON_MISSING");
  if (!may("MATCH", facts.session)) return no("SESSION_NOT_OPEN");
  if (asked.seenVersion !== facts.version) return no("LINE_CHANGED");
  if (!isDisputed) return no("NOT_DISPUTED");
  const stands = counts.find(({ entries }) =>
    entries.some(({ actorId }) => actorId === asked.standsUserId),
  );
  if (!stands) return no("NOT_COUNTED_BY");
  const others = counts.filter((count) => count !== stands);
  return { kind: "RESOLVED", takenBack: others.flatMap(({ entries }) => entries) };
}

const no = (reason: ResolutionRejectionReason): Resolution => ({
  kind: "REJECTED",
  rejection: reject(reason),
});
