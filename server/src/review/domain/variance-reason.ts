import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";

/** Why a variance came to be. A reason keeps its code for good; one no longer used stays readable. */
export interface VarianceReason {
  code: string;
  name: string;
  isActive: boolean;
}

/** Each reason with its sentence, in the order in which the reasons are looked for. */
export const varianceReasonRejections = {
  CODE_MALFORMED: "A code has 1 to 60 capital letters, digits and underscores, a letter first.",
  NAME_MISSING: "A reason needs a name.",
  NAME_TOO_LONG: "A name has at most 200 characters.",
  NAME_TAKEN: "Another reason has this name.",
} as const;
export type VarianceReasonRejectionReason = keyof typeof varianceReasonRejections;
const reject = rejectionsOf<VarianceReasonRejectionReason>(varianceReasonRejections);

const code = /^[A-Z][A-Z0-9_]{0,59}$/u;

export function rejectVarianceReason(
  reason: VarianceReason,
  { isNameTaken }: { isNameTaken: boolean },
): Rejection<VarianceReasonRejectionReason> | null {
  if (!code.test(reason.code)) return reject("CODE_MALFORMED");
  if (reason.name === "") return reject("NAME_MISSING");
  if (reason.name.length > 200) return reject("NAME_TOO_LONG");
  return isNameTaken ? reject("NAME_TAKEN", reason.name) : null;
}

export const reasonOrderRejections = {
  CODES_INCOMPLETE: "The order names every reason once: look at the list again.",
} as const;
export type ReasonOrderRejectionReason = keyof typeof reasonOrderRejections;
const rejectOrder = rejectionsOf<ReasonOrderRejectionReason>(reasonOrderRejections);

/** An order that somebody has made of a list to which another was added is not taken. */
export function rejectReasonOrder(
  asked: readonly string[],
  known: readonly string[],
): Rejection<ReasonOrderRejectionReason> | null {
  const isWhole = asked.length === known.length && new Set(asked).size === asked.length;
  return isWhole && known.every((each) => asked.includes(each))
    ? null
    : rejectOrder("CODES_INCOMPLETE");
}
