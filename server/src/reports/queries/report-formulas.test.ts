import * as xlsx from "@e965/xlsx";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { workbookOf } from "../../shared/workbook.ts";
import { reportCodes, reportKinds } from "../domain/report-code.ts";
import { reportCsv } from "../domain/report-csv.ts";
import { sheetsOf } from "../domain/report-sheet.ts";
import type { ColumnKind, ReportRow, ReportTable } from "../domain/report-table.ts";
import { reportSources } from "./report-source.ts";

const begin = ["=", "+", "-", "@", "\t", "\r", "=\t", "+@", "-@", "@="];
const deeds = ["1+1", "HYPERLINK(A1)", "cmd|' /C calc'!A0", "SUM(A1:A9)"];
const attacks = begin.flatMap((first) => deeds.map((deed) => first + deed));

/** What somebody else has typed stands in all of these, whichever report it is. */
const isTyped = (kind: ColumnKind) => kind === "TEXT" || kind === "CODE";
const others: Partial<Record<ColumnKind, string>> = {
  DATE: "2027-03-31",
  MOMENT: "2026-11-21T10:09:00Z",
};

/** A report with its own columns: in each row an attack wherever words stand. */
function attacked(code: (typeof reportCodes)[number]): ReportTable {
  const { columns } = reportSources[code];
  const rows = attacks.map((attack): ReportRow =>
    Object.fromEntries(
      columns.map(({ key, kind }) => [key, isTyped(kind) ? attack : (others[kind] ?? "-3")]),
    ),
  );
  return { columns, rows, rowCount: rows.length, totals: {} };
}

test("there are forty", () => {
  expect(attacks).toHaveLength(40);
});

describe.each(reportCodes)(`T42: ${attacks.length} formulas in each text of %s`, (code) => {
  const table = attacked(code);
  const isNumber = ({ kind }: { kind: ColumnKind }) => !isTyped(kind) && !others[kind];

  test("none survives in a workbook, and negative numbers stay numbers", async () => {
    const [attack = ""] = attacks;
    const made = {
      ...{ kind: reportKinds[code], warehouse: attack, narrowed: attacks },
      ...{ timeZone: "Europe/Berlin", currency: "EUR", now: new Date("2026-11-21T13:05:00Z") },
    };
    const book = xlsx.read(await workbookOf(sheetsOf(table, made)), { cellFormula: true });
    for (const sheet of Object.values(book.Sheets))
      for (const [at, cell] of Object.entries(sheet))
        if (!at.startsWith("!")) expect(cell, at).not.toHaveProperty("f");
    const sheet = book.Sheets["Report"] ?? {};
    for (const [column, each] of table.columns.entries())
      for (const row of attacks.keys()) {
        const cell: unknown = sheet[xlsx.utils.encode_cell({ r: row + 1, c: column })];
        if (isTyped(each.kind)) expect(cell).toMatchObject({ t: "s" });
        if (isNumber(each)) expect(cell).toMatchObject({ t: "n", v: -3 });
      }
  });

  test("none survives in a CSV, and negative numbers stay numbers", () => {
    const [head, ...rows] = Papa.parse<string[]>(reportCsv(table, "UTC").trim()).data;
    expect(head).toEqual(table.columns.map(({ title }) => title));
    expect(new Set(head).size).toBe(table.columns.length);
    expect(rows).toHaveLength(attacks.length);
    for (const row of rows)
      for (const [column, each] of table.columns.entries()) {
        if (isTyped(each.kind)) expect(row[column]).toMatch(/^'/u);
        if (isNumber(each)) expect(row[column]).toBe("-3");
      }
  });
});

test("control: what is written as it is begins with a formula", () => {
  const [first = ""] = attacks;
  expect(first).toMatch(/^[=+\-@\t\r]/u);
  expect(xlsx.read(`a\n${first}`, { type: "string" }).Sheets["Sheet1"]?.["A2"]).toHaveProperty("f");
});
