import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";
import { hasWrongCheckDigit } from "./gtin.ts";

/** A code that somebody took for an item's; a barcode only when a supervisor says so. */
export interface ProposedBarcodeRow {
  itemId: number;
  code: string;
  proposedById: string;
  proposedAt: Date;
  /** Null while nobody has decided. */
  isAccepted: boolean | null;
  settledById: string | null;
  settledAt: Date | null;
}

/** Each reason with its sentence, in the order in which the reasons are looked for. */
export const proposalRejections = {
  CODE_MISSING: "There is no code.",
  WRONG_CHECK_DIGIT: "The code has the shape of a GTIN and a wrong check digit.",
  CODE_TAKEN: "The code belongs to an item already.",
} as const;
export type ProposalRejectionReason = keyof typeof proposalRejections;
const rejectProposal = rejectionsOf<ProposalRejectionReason>(proposalRejections);

export function judgeProposal(
  code: string,
  { isKnown }: { isKnown: boolean },
): Rejection<ProposalRejectionReason> | null {
  if (code === "") return rejectProposal("CODE_MISSING");
  if (hasWrongCheckDigit(code)) return rejectProposal("WRONG_CHECK_DIGIT", code);
  return isKnown ? rejectProposal("CODE_TAKEN", code) : null;
}

export const settlementRejections = {
  SETTLED_OTHERWISE: "Somebody else has decided otherwise.",
  CODE_TAKEN: "The code belongs to another item by now.",
} as const;
export type SettlementRejectionReason = keyof typeof settlementRejections;
const rejectSettlement = rejectionsOf<SettlementRejectionReason>(settlementRejections);

export type Settlement =
  | { kind: "SETTLE" }
  /** It was decided so before. */
  | { kind: "NOTHING_TO_DO" }
  | { kind: "REJECTED"; rejection: Rejection<SettlementRejectionReason> };

export function decideSettlement(
  { itemId, code, isAccepted: before }: ProposedBarcodeRow,
  isAccepted: boolean,
  { ownerItemId }: { ownerItemId: number | null },
): Settlement {
  if (before === isAccepted) return { kind: "NOTHING_TO_DO" };
  if (before !== null)
    return { kind: "REJECTED", rejection: rejectSettlement("SETTLED_OTHERWISE", code) };
  if (isAccepted && ownerItemId !== null && ownerItemId !== itemId)
    return { kind: "REJECTED", rejection: rejectSettlement("CODE_TAKEN", code) };
  return { kind: "SETTLE" };
}
