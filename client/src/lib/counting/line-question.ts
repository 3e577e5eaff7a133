import { signOf } from "#lib/shared/text/decimal.ts";
import type { CountLine } from "./count-session.ts";

export const lineViews = [
  "ALL",
  "DISCREPANCIES",
  "OVERAGES",
  "SHORTAGES",
  "NOT_COUNTED",
  "FLAGGED",
  "OUT_OF_TOLERANCE",
  "RECOUNT",
  "NOT_POSTED",
  "LOCATION_MOVES",
] as const;
export type LineView = (typeof lineViews)[number];

export const lineOrders = [
  "LINE_NUMBER",
  "ITEM",
  "LOCATION",
  "QUANTITY_EXPECTED",
  "QUANTITY_COUNTED",
  "QUANTITY_VARIANCE",
  "VALUE_VARIANCE",
] as const;
export type LineOrder = (typeof lineOrders)[number];

export const lineGroupings = ["LOCATION", "ITEM", "CATEGORY", "REASON"] as const;
export type LineGrouping = (typeof lineGroupings)[number];

/** Narrower than a view; what it leaves out cannot be told from a line alone. */
export interface LineFilter {
  withinLocationId?: { eq: string };
  categoryId?: { eq: string };
  state?: { eq: CountLine["state"] };
  itemId?: { eq: string };
  reasonCode?: { eq: string } | { isNull: true };
}

/** Which lines of a count are asked for, and in which order. */
export interface LineQuestion {
  view: LineView;
  search: string;
  orderBy: { field: LineOrder; direction: "ASC" | "DESC" };
  filter?: LineFilter | undefined;
}

export const wholeCount: LineQuestion = {
  view: "ALL",
  search: "",
  orderBy: { field: "LINE_NUMBER", direction: "ASC" },
};

const steadyOrders: readonly LineOrder[] = ["LINE_NUMBER", "ITEM", "LOCATION"];

/** Whether an entry can change the place of a line in this order. */
export function isOrderSteady({ orderBy }: LineQuestion): boolean {
  return steadyOrders.includes(orderBy.field);
}

/**
 * Whether the answer to a question would have this line, by what the server said of the line. It
 * decides whether to speak of a new order, not which lines are shown.
 */
export function fitsQuestion(line: CountLine, { view, search }: LineQuestion): boolean {
  const { item, location, lot } = line;
  const text = [item.sku, item.description, location.code, lot?.code].join(" ").toLowerCase();
  const words = search.toLowerCase().split(/\s+/);
  return fitsView(line, view) && words.every((word) => text.includes(word));
}

function fitsView(line: CountLine, view: LineView): boolean {
  const sign = signOf(line.quantityVariance ?? "0");
  switch (view) {
    case "ALL":
      return true;
    case "DISCREPANCIES":
    case "LOCATION_MOVES": // whose other half is where, only the server knows
      return sign !== 0;
    case "OVERAGES":
      return sign > 0;
    case "SHORTAGES":
      return sign < 0;
    case "NOT_COUNTED":
      return line.state !== "COUNTED";
    case "OUT_OF_TOLERANCE":
      return line.toleranceVerdict?.isWithin === false;
    case "NOT_POSTED":
      return line.state === "COUNTED" && !line.posting;
    case "RECOUNT":
      return !!line.recountStatus;
    case "FLAGGED":
      return line.isDisputed || !!line.isMovedDuringCount || !!line.isTimeUncertain;
  }
  view satisfies never;
}
