import { parseDecimal } from "#lib/shared/text/parse-decimal.ts";

/** What somebody wrote beside a line: nothing, a number, or the serials of single pieces. */
export type Written =
  | { kind: "BLANK" }
  | { kind: "QUANTITY"; quantity: string }
  | { kind: "SERIALS"; serials: string[] };

/** Undefined where it is neither. Nothing was counted where nothing is written; 0 is a count. */
export function readWritten(
  text: string,
  isByPiece: boolean,
  locale?: string,
): Written | undefined {
  const written = text.trim();
  if (written === "") return { kind: "BLANK" };
  if (isByPiece && written !== "0")
    return { kind: "SERIALS", serials: [...new Set(written.split(/[\s,;]+/u).filter(Boolean))] };
  const quantity = parseDecimal(written, locale);
  if (quantity === undefined || quantity.startsWith("-")) return undefined;
  return { kind: "QUANTITY", quantity };
}
