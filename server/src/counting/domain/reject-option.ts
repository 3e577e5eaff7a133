import { parseDecimal } from "../../shared/exact-decimal.ts";
import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";
import { lineViews } from "./line-view.ts";
import { optionDefaults, type OptionCode } from "./options.ts";

export const optionRejections = {
  OPTION_UNKNOWN: "There is no such option.",
  VALUE_OF_ANOTHER_KIND: "This option takes a value of another kind.",
  VALUE_OUT_OF_RANGE: "This option does not take that value.",
} as const;
export type OptionRejectionReason = keyof typeof optionRejections;
const reject = rejectionsOf<OptionRejectionReason>(optionRejections);

export function rejectOption(
  code: string,
  value: boolean | number | string | null,
): Rejection<OptionRejectionReason> | null {
  if (!isOptionCode(code)) return reject("OPTION_UNKNOWN", code);
  if (value === null) return null;
  if (typeof value !== typeof optionDefaults[code]) return reject("VALUE_OF_ANOTHER_KIND", code);
  return isInRange(code, value) ? null : reject("VALUE_OUT_OF_RANGE", code);
}

export function isOptionCode(code: string): code is OptionCode {
  return Object.hasOwn(optionDefaults, code);
}

const longestCadenceDays = 3_660;

function isInRange(code: OptionCode, value: boolean | number | string): boolean {
  if (code === "198") return (lineViews as readonly unknown[]).includes(value);
  if (code === "abcDaysA" || code === "abcDaysB" || code === "abcDaysC")
    return (
      Number.isInteger(value) && (value as number) >= 1 && (value as number) <= longestCadenceDays
    );
  if (code === "lotsToCount") return Number.isInteger(value) && (value as number) >= 1;
  if (code === "recountsAtMost") return Number.isInteger(value) && (value as number) >= 0;
  if (code === "controlRecountPercent")
    return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 100;
  if (code === "lowValueBelow" || code === "highValueFrom")
    return parseDecimal(String(value))?.isNegative() === false;
  return true;
}
