import { parseDecimal } from "../../shared/exact-decimal.ts";
import { rejectionsOf, type Rejection } from "../../shared/rejection.ts";
import { optionRangeOf } from "./option-range.ts";
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

function isInRange(code: OptionCode, value: boolean | number | string): boolean {
  const { choices, least, most } = optionRangeOf(code);
  if (choices.length > 0) return choices.includes(String(value));
  if (typeof value === "number")
    return Number.isInteger(value) && value >= (least ?? value) && value <= (most ?? value);
  if (typeof value === "string") return parseDecimal(value)?.isNegative() === false;
  return true;
}
