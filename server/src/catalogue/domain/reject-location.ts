import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";

export const locationRejections = {
  CODE_MISSING: "A place needs a code.",
  PARENT_BELOW_ITSELF: "A place cannot lie below itself.",
  CHECK_DIGITS_INVALID: "Check digits are two to four digits.",
  CODE_TAKEN: "Another place of this warehouse has this code.",
  BARCODE_TAKEN: "Another place of this warehouse answers to this barcode.",
  HAS_STOCK: "Stock still lies here: move it before the place is taken out of use.",
} as const;
export type LocationRejectionReason = keyof typeof locationRejections;
const reject = rejectionsOf<LocationRejectionReason>(locationRejections);

export interface ProposedLocation {
  code: string;
  barcode: string | null;
  checkDigits: string | null;
}

export interface LocationFacts {
  /** Null for a new place, which has nothing below it yet. */
  ownPath: string | null;
  /** Null at the top of the warehouse. */
  parentPath: string | null;
  codeIsTaken: boolean;
  barcodeIsTaken: boolean;
  isTakenOutOfUse: boolean;
  hasStock: boolean;
}

export function rejectLocation(
  { code, barcode, checkDigits }: ProposedLocation,
  facts: LocationFacts,
): Rejection<LocationRejectionReason> | null {
  if (code === "") return reject("CODE_MISSING");
  if (liesBelowItself(facts)) return reject("PARENT_BELOW_ITSELF");
  if (checkDigits !== null && !/^\d{2,4}$/u.test(checkDigits))
    return reject("CHECK_DIGITS_INVALID");
  if (facts.codeIsTaken) return reject("CODE_TAKEN", code);
  if (facts.barcodeIsTaken) return reject("BARCODE_TAKEN", barcode ?? code);
  if (facts.isTakenOutOfUse && facts.hasStock) return reject("HAS_STOCK");
  return null;
}

function liesBelowItself({ ownPath, parentPath }: LocationFacts): boolean {
  return ownPath !== null && parentPath !== null && parentPath.startsWith(ownPath);
}
