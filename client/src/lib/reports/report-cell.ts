import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import type { ReportParts } from "@tallyroom/schema/operations/report-parts.ts";
import {
  formatDecimal,
  formatMoney,
  formatSigned,
  formatSignedMoney,
} from "#lib/shared/text/decimal.ts";
import { formatDate, formatMoment } from "#lib/shared/text/moment.ts";

export type ReportAnswer = ResultOf<typeof ReportParts>;
export type ReportColumn = ReportAnswer["columns"][number];
type Kind = ReportColumn["kind"];

export interface Site {
  currency: string;
  timeZone: string;
}

const numbers: readonly Kind[] = [
  "COUNT",
  "QUANTITY",
  "VARIANCE",
  "MONEY",
  "MONEY_VARIANCE",
  "PERCENT",
];
export const isNumber = (kind: Kind) => numbers.includes(kind);

/** In pixels; words take what is left. */
export const widths: Record<Kind, number | undefined> = {
  TEXT: undefined,
  CODE: 108,
  COUNT: 80,
  QUANTITY: 92,
  VARIANCE: 92,
  MONEY: 104,
  MONEY_VARIANCE: 108,
  PERCENT: 84,
  DATE: 104,
  MOMENT: 112,
};

/** Words need so much at least; where there is not, the table is wider than its window. */
const leastForWords = 150;

export const leastWidth = (columns: readonly ReportColumn[]) =>
  columns.reduce((sum, { kind }) => sum + (widths[kind] ?? leastForWords), 0);

/** A cell in words; a dash where there is nothing, which is never a zero. */
export function cellInWords(value: string | null, kind: Kind, site: Site): string {
  if (value === null) return "–";
  switch (kind) {
    case "COUNT":
    case "QUANTITY":
      return formatDecimal(value);
    case "VARIANCE":
      return formatSigned(value);
    case "MONEY":
      return formatMoney(value, site.currency);
    case "MONEY_VARIANCE":
      return formatSignedMoney(value, site.currency);
    case "PERCENT":
      return `${formatDecimal(value, { decimalsAtLeast: 1, decimalsAtMost: 1 })} %`;
    case "DATE":
      return formatDate(value);
    case "MOMENT":
      return formatMoment(value, site.timeZone);
    case "TEXT":
    case "CODE":
      return value;
  }
}

/** Rows by the names of their columns. */
export function recordsOf({ columns, rows }: Pick<ReportAnswer, "columns" | "rows">) {
  return rows.map(({ cells }) => recordOf(columns, cells));
}

export function recordOf(columns: readonly ReportColumn[], cells: readonly (string | null)[]) {
  return Object.fromEntries(columns.map(({ key }, at) => [key, cells[at] ?? null]));
}
