/** What a report is narrowed to; all that is given must hold. */
export interface ReportFilter {
  warehouseId: number;
  /** Days of the site, both included. */
  from: string | null;
  to: string | null;
  sessionId: number | null;
  itemId: number | null;
  /** With all places below it. */
  locationId: number | null;
  categoryId: number | null;
}

export type FilterName = "DATES" | "SESSION" | "ITEM" | "LOCATION" | "CATEGORY";
