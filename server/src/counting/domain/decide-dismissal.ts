import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";
import type { LooseEntry } from "./loose-entry.ts";

/** Each reason with its sentence, in the order in which the reasons are looked for. */
export const dismissalRejections = {
  REASON_MISSING: "Say why.",
  TEXT_TOO_LONG: "A reason has at most 200 characters.",
  ENTRY_NOT_LOOSE: "This entry stands on a line: take it back instead.",
  ENTRY_MATCHED: "Somebody has matched this entry.",
  DISMISSED_OTHERWISE: "Somebody has let this entry go for another reason.",
} as const;
export type DismissalRejectionReason = keyof typeof dismissalRejections;
const reject = rejectionsOf<DismissalRejectionReason>(dismissalRejections);

const longestReason = 200;

export type DismissalDecision =
  | { kind: "DISMISSED" }
  | { kind: "ALREADY_DISMISSED" }
  | { kind: "REJECTED"; rejection: Rejection<DismissalRejectionReason> };

/** Lets an entry go for good, whatever has become of its count. Saying the same again changes nothing. */
export function decideDismissal(entry: LooseEntry, reason: string): DismissalDecision {
  const before = entry.dismissedBecause;
  if (before !== null && before === reason) return { kind: "ALREADY_DISMISSED" };
  const rejection = rejectDismissal(entry, reason);
  return rejection ? { kind: "REJECTED", rejection } : { kind: "DISMISSED" };
}

function rejectDismissal(
  { outcome, match, dismissedBecause }: LooseEntry,
  reason: string,
): Rejection<DismissalRejectionReason> | null {
  if (reason === "") return reject("REASON_MISSING");
  if (reason.length > longestReason) return reject("TEXT_TOO_LONG");
  if (outcome === "RECORDED") return reject("ENTRY_NOT_LOOSE");
  if (match) return reject("ENTRY_MATCHED");
  return dismissedBecause === null ? null : reject("DISMISSED_OTHERWISE", dismissedBecause);
}
