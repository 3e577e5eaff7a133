/** What a column holds; screens and files write each kind in their own way. */
export type ColumnKind =
  | "TEXT"
  | "CODE"
  | "COUNT"
  | "QUANTITY"
  | "VARIANCE"
  | "MONEY"
  | "MONEY_VARIANCE"
  | "PERCENT"
  | "DATE"
  | "MOMENT";

export interface ReportColumn {
  key: string;
  title: string;
  kind: ColumnKind;
  /** Stands in the totals of the whole report. */
  isSummed?: boolean;
  /** Told only to those who may see costs. */
  needsCost?: boolean;
}

export const isMoney = ({ kind }: Pick<ReportColumn, "kind">) =>
  kind === "MONEY" || kind === "MONEY_VARIANCE";

/** A cell as text; null where there is nothing, which is never a zero. */
export type ReportRow = Readonly<Record<string, string | null>>;

export interface ReportTable {
  columns: readonly ReportColumn[];
  rows: readonly ReportRow[];
  /** Of the whole report, whatever part of its rows was asked for. */
  rowCount: number;
  totals: ReportRow;
}

export function columnsFor(
  columns: readonly ReportColumn[],
  { seesCost }: { seesCost: boolean },
): ReportColumn[] {
  return columns.filter((column) => seesCost || !(column.needsCost || isMoney(column)));
}
