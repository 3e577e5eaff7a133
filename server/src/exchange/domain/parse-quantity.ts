import { Decimal, parseDecimal } from "../../shared/exact-decimal.ts";
import type { DecimalSign } from "./table-layout.ts";

/** Why a text is no number, as it is told to people. */
export interface NoNumber {
  problem: string;
}

const spaces = /[\s\u00a0\u202f\u2009]/gu;

/**
 * A number as people of the file's place write it: groups of three may be set apart. What could be meant
 * in two ways is not guessed at.
 */
export function parseQuantity(text: string, decimalSign: DecimalSign): Decimal | NoNumber {
  const bare = text.replaceAll(spaces, "").replaceAll(/['’]/gu, "").replace(/^[−–]/u, "-");
  const group = decimalSign === "." ? "," : ".";
  const [whole = "", fraction, ...more] = bare.split(decimalSign);
  if (!/^[-+]?[\d.,]+$/u.test(bare)) return { problem: "Not a number" };
  if (more.length > 0) return { problem: "Two decimal signs in one number" };
  if (fraction?.includes(group))
    return { problem: `The decimal sign of this file is "${decimalSign}"` };
  if (!isWellGrouped(whole, group))
    return { problem: `Not grouped by threes; the decimal sign of this file is "${decimalSign}"` };
  const plain = whole.replaceAll(group, "").replace(/^\+/u, "");
  const parsed = parseDecimal(fraction ? `${plain}.${fraction}` : plain);
  return parsed ?? { problem: "More digits than a quantity can have" };
}

function isWellGrouped(whole: string, group: string): boolean {
  if (!whole.includes(group)) return /^[-+]?\d+$/u.test(whole);
  const [first = "", ...rest] = whole.replace(/^[-+]/u, "").split(group);
  return /^\d{1,3}$/u.test(first) && rest.every((each) => /^\d{3}$/u.test(each));
}

export const isNumber = (parsed: Decimal | NoNumber): parsed is Decimal =>
  parsed instanceof Decimal;
