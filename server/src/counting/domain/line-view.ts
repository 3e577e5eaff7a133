/** The views of a count's lines, in the words of the screens. */
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

export const lineOrderColumns = [
  "LINE_NUMBER",
  "ITEM",
  "LOCATION",
  "QUANTITY_COUNTED",
  "QUANTITY_EXPECTED",
  "QUANTITY_VARIANCE",
  "VALUE_VARIANCE",
] as const;
export type LineOrderColumn = (typeof lineOrderColumns)[number];

/** What lines are summed by. */
export const lineGroupings = ["LOCATION", "ITEM", "CATEGORY", "REASON"] as const;
export type LineGrouping = (typeof lineGroupings)[number];

const tellingViews = new Set<LineView>([
  "DISCREPANCIES",
  "OVERAGES",
  "SHORTAGES",
  "FLAGGED",
  "OUT_OF_TOLERANCE",
  "RECOUNT",
  "NOT_POSTED",
  "LOCATION_MOVES",
]);
const tellingOrders = new Set<LineOrderColumn>([
  "QUANTITY_EXPECTED",
  "QUANTITY_VARIANCE",
  "VALUE_VARIANCE",
]);

/** Whether a list tells what the books say by what is in it, or by what comes first. */
export function tellsExpected(view: LineView, orderBy: LineOrderColumn): boolean {
  return tellingViews.has(view) || tellingOrders.has(orderBy);
}
