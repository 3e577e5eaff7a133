import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import type { ReportParts } from "@tallyroom/schema/operations/report-parts.ts";
import {
  formatDecimal,
  formatMoney,
  formatSigned,
  formatSignedMoney,
} from "#lib/shared/text/decimal.ts";
import { monthName } from "#lib/shared/text/calendar-month.ts";
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

/** By what a row is called where it stands as a card, and in bold elsewhere. */
export function leadOf(columns: readonly ReportColumn[]): number {
  const named = ["serial", "item", "title"].map((name) =>
    columns.findIndex(({ key }) => key === name),
  );
  return named.find((at) => at >= 0) ?? 0;
}

export const isVariance = (kind: Kind) => kind === "VARIANCE" || kind === "MONEY_VARIANCE";

/** From here on words take more than one line. */
export const isLong = (words: string) => words.length > 36;

/** A cell of this column in words. */
export function inColumn(column: ReportColumn, value: string | null, site: Site): string {
  if (column.key === "month" && value !== null) return monthName(`${value}-01`);
  return cellInWords(value, column.kind, site);
}

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
