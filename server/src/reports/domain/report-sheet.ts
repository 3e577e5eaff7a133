import { wallClock } from "../../shared/wall-clock.ts";
import type { SheetCell, WorkbookSheet } from "../../shared/workbook.ts";
import type { ReportKind } from "./report-code.ts";
import type { ColumnKind, ReportTable } from "./report-table.ts";

/** A spreadsheet keeps no more digits of a number than these; what is longer stays text. */
const digitsKept = 15;
const dayFormat = "yyyy-mm-dd";
const momentFormat = "yyyy-mm-dd hh:mm";
const formats: Partial<Record<ColumnKind, string>> = {
  COUNT: "#,##0",
  QUANTITY: "#,##0.######",
  VARIANCE: "+#,##0.######;-#,##0.######;0",
  MONEY: "#,##0.00",
  MONEY_VARIANCE: "+#,##0.00;-#,##0.00;0.00",
  PERCENT: "0.0",
};
const widths: Record<ColumnKind, number> = {
  TEXT: 28,
  CODE: 16,
  COUNT: 10,
  QUANTITY: 12,
  VARIANCE: 12,
  MONEY: 14,
  MONEY_VARIANCE: 14,
  PERCENT: 10,
  DATE: 12,
  MOMENT: 18,
};

/** How a file came about, for whoever finds it later. */
export interface MadeOf {
  kind: ReportKind;
  warehouse: string;
  timeZone: string;
  currency: string;
  now: Date;
  /** What it was narrowed to, in words. */
  narrowed: readonly string[];
}

/** The table, and on a second sheet what it is and how its figures are made. */
export function sheetsOf(table: ReportTable, made: MadeOf): WorkbookSheet[] {
  const { columns, rows, totals } = table;
  const head = columns.map(({ title }) => ({ text: title, isBold: true }));
  const cells = rows.map((row) =>
    columns.map(({ key, kind }) => cellOf(row[key] ?? null, kind, made.timeZone)),
  );
  const sums = columns.map(({ key, kind }, at): SheetCell => {
    const sum = totals[key];
    if (sum == null) return at === 0 ? { text: "All", isBold: true } : null;
    const cell = cellOf(sum, kind, made.timeZone);
    return cell && !("date" in cell) ? { ...cell, isBold: true } : cell;
  });
  return [
    {
      ...{ name: "Report", hasHead: true },
      widths: columns.map(({ kind }) => widths[kind]),
      rows: [head, ...cells, sums],
    },
    { name: "About", hasHead: false, widths: [16, 90], rows: aboutOf(made) },
  ];
}

function aboutOf({ kind, warehouse, timeZone, currency, now, narrowed }: MadeOf): SheetCell[][] {
  const line = (name: string, text: string): SheetCell[] => [
    { text: name, isBold: true },
    { text },
  ];
  return [
    line("Report", kind.number ? `${kind.title} (${kind.number})` : kind.title),
    line("", kind.about),
    line("Warehouse", `${warehouse}, times of ${timeZone}, money in ${currency}`),
    line("Made", `${wallClock(now, timeZone)} (${timeZone})`),
    ...narrowed.map((text) => line("Narrowed to", text)),
    ...kind.formulas.map((formula) => line("Formula", formula)),
  ];
}

function cellOf(value: string | null, kind: ColumnKind, timeZone: string): SheetCell {
  if (value === null) return null;
  if (kind === "DATE") return { date: new Date(`${value}T00:00:00Z`), format: dayFormat };
  if (kind === "MOMENT") {
    const [day = "", time = ""] = wallClock(new Date(value), timeZone).split(" ");
    return { date: new Date(`${day}T${time}:00Z`), format: momentFormat };
  }
  const format = formats[kind];
  const isKept = value.replaceAll(/\D/gu, "").length <= digitsKept;
  return format && isKept ? { number: Number(value), format } : { text: value };
}
