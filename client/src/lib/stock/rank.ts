import { compareDecimals } from "#lib/shared/text/decimal.ts";
import type { QuantRow } from "./quant-row.ts";
import type { OrderField } from "./stock-question.svelte.ts";

/** Whether a row stands before another in an order of the stock page, as the server orders them. */
export function ranksBefore(
  row: QuantRow,
  other: QuantRow,
  field: OrderField,
  direction: "ASC" | "DESC",
): boolean {
  const difference = compare(row, other, field);
  return direction === "ASC" ? difference < 0 : difference > 0;
}

function compare(a: QuantRow, b: QuantRow, field: OrderField): number {
  switch (field) {
    case "LOCATION":
      return compareText(a.location.code, b.location.code);
    case "ITEM":
      return compareText(a.item.sku, b.item.sku);
    case "QUANTITY_ON_HAND":
      return compareDecimals(a.quantityOnHand ?? "0", b.quantityOnHand ?? "0");
    case "LAST_MOVED_AT":
      return compareText(a.lastMovedAt ?? "", b.lastMovedAt ?? "");
    case "EXPIRES_ON":
      return compareText(a.lot?.expiresOn ?? "9999", b.lot?.expiresOn ?? "9999");
  }
  field satisfies never;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
