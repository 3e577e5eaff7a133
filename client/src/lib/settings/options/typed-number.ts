import { formatDecimal } from "#lib/shared/text/decimal.ts";
import { parseDecimal } from "#lib/shared/text/parse-decimal.ts";
import type { OptionSetting, OptionValue } from "./option-setting.ts";

/** A number as a field shows it, without groups: they would have to be typed around. */
export function typedNumber(value: OptionValue): string {
  return formatDecimal(String(value)).replace(/[  .,](?=\d{3}(\D|$))/g, "");
}

/** What was typed, or why it is none of this option's values. */
export function readNumber(
  typed: string,
  { kind, least, most }: Pick<OptionSetting, "kind" | "least" | "most">,
): { value: OptionValue } | { error: string } {
  const text = parseDecimal(typed);
  if (text === undefined) return { error: "Type a number, without a sign." };
  if (kind === "AMOUNT") return { value: text };
  const value = Number(text);
  if (!Number.isSafeInteger(value)) return { error: "Type a whole number." };
  if (least !== null && value < least) return { error: `At least ${least}.` };
  if (most !== null && value > most) return { error: `At most ${most}.` };
  return { value };
}
