import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";

export const fixes = [
  "CONFIRMED_CONSUMPTION",
  "MOVED_TO_RIGHT_PLACE",
  "MOVED_TO_DISCREPANCY_LOCATION",
  "RETURNED_TO_STOCK",
] as const;
export type Fix = (typeof fixes)[number];

/** What somebody found out about a line, whole. */
export interface Finding {
  reasonCode: string | null;
  notes: string | null;
  fix: Fix | null;
}

/** One revision; the last is what is known, those before it how it came to be known. */
export interface InvestigationRow extends Finding {
  warehouseId: number;
  lineId: number;
  revision: number;
  recordedById: string;
  recordedAt: Date;
}

/** Each reason with its sentence, in the order in which the reasons are looked for. */
export const investigationRejections = {
  SESSION_CANCELLED: "The count was called off.",
  NO_VARIANCE: "The line does not differ from the books: there is nothing to explain.",
  REVISION_OUTDATED: "Somebody has added to it meanwhile: look at it first.",
  NOTHING_SAID: "Say a reason, a fix, or something in words.",
  NOTES_TOO_LONG: "Notes have at most 5,000 characters.",
  REASON_UNKNOWN: "There is no such reason, or it is no longer used.",
} as const;
export type InvestigationRejectionReason = keyof typeof investigationRejections;
const reject = rejectionsOf<InvestigationRejectionReason>(investigationRejections);

export interface InvestigationFacts {
  isCancelled: boolean;
  hasVariance: boolean;
  latestRevision: number;
  latestReasonCode: string | null;
  isReasonActive: boolean;
}

export function rejectInvestigation(
  { basedOnRevision, reasonCode, notes, fix }: Finding & { basedOnRevision: number },
  facts: InvestigationFacts,
): Rejection<InvestigationRejectionReason> | null {
  // What was explained stays explained when the variance goes away, and may be corrected.
  const isNothingToExplain = !facts.hasVariance && facts.latestRevision === 0;
  const isReasonKept = reasonCode === null || reasonCode === facts.latestReasonCode;
  if (facts.isCancelled) return reject("SESSION_CANCELLED");
  if (isNothingToExplain) return reject("NO_VARIANCE");
  if (basedOnRevision !== facts.latestRevision) return reject("REVISION_OUTDATED");
  if (reasonCode === null && notes === null && fix === null) return reject("NOTHING_SAID");
  if ((notes?.length ?? 0) > 5_000) return reject("NOTES_TOO_LONG");
  return isReasonKept || facts.isReasonActive ? null : reject("REASON_UNKNOWN", reasonCode);
}
