import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import type { CountSheet as CountSheetQuery } from "@tallyroom/schema/operations/count-sheet.ts";
import type { CountSheetParts } from "@tallyroom/schema/operations/count-sheet-parts.ts";

import { formatDecimal } from "#lib/shared/text/decimal.ts";

export type CountSheet = ResultOf<typeof CountSheetParts>;
type Whole = NonNullable<ResultOf<typeof CountSheetQuery>["countSession"]>;
export type SheetLine = Whole["sheetLines"][number];
export type SheetFind = Whole["sheetFinds"][number];

/** Which lines stand on it, in words. */
export function narrowedTo({ location, claimedBy, isRestOnly }: CountSheet): string {
  const where = location ? `${location.code} and all below it` : "Whole count";
  const whose = claimedBy ? `, the places of ${claimedBy.name}` : "";
  return `${where}${whose}${isRestOnly ? ", what was left" : ""}`;
}

/** What was typed in, as it would be typed again. */
export function textOf(entry: SheetLine["entry"]): string {
  if (!entry) return "";
  if (entry.serials.length > 0) return entry.serials.join(", ");
  return entry.quantity === null ? "" : formatDecimal(entry.quantity);
}
