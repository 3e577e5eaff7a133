import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";

/** In the order in which they are looked for. */
export const choiceRejections = {
  REASON_MISSING: "Say why this round stands.",
  REASON_TOO_LONG: "A reason has at most 2,000 characters.",
  SESSION_NOT_OPEN: "Rounds are chosen from the start of a count until it is posted.",
  LINE_POSTED: "This line is posted.",
  LINE_CHANGED: "The line has changed since you looked at it: look again.",
  NOT_RECOUNTED: "Nobody has asked for this line again.",
  ROUND_NOT_COUNTED: "Nobody has counted that round.",
  OWN_ROUND: "You have counted that round yourself: somebody else decides.",
} as const;
export type ChoiceRejectionReason = keyof typeof choiceRejections;
const reject = rejectionsOf<ChoiceRejectionReason>(choiceRejections);

const longestReason = 2_000;

export interface AskedChoice {
  round: number;
  reason: string;
  /** Of the line, as the supervisor saw it. */
  seenVersion: number;
  actorId: string;
}

export interface ChoiceFacts {
  isOpen: boolean;
  isPosted: boolean;
  version: number;
  /** Those that were counted, by whom. */
  rounds: readonly { round: number; isCounted: boolean; counterIds: readonly string[] }[];
}

/** Why a round may not be chosen; null where it may. Nobody is the judge of his own count. */
export function rejectChoice(
  { round, reason, seenVersion, actorId }: AskedChoice,
  { isOpen, isPosted, version, rounds }: ChoiceFacts,
): Rejection<ChoiceRejectionReason> | null {
  if (reason === "") return reject("REASON_MISSING");
  if (reason.length > longestReason) return reject("REASON_TOO_LONG");
  if (!isOpen) return reject("SESSION_NOT_OPEN");
  if (isPosted) return reject("LINE_POSTED");
  if (seenVersion !== version) return reject("LINE_CHANGED");
  if (rounds.length < 2) return reject("NOT_RECOUNTED");
  const chosen = rounds.find((each) => each.round === round);
  if (!chosen?.isCounted) return reject("ROUND_NOT_COUNTED", String(round));
  return chosen.counterIds.includes(actorId) ? reject("OWN_ROUND") : null;
}
