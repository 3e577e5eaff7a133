import * as xlsx from "@e965/xlsx";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { workbookOf } from "../../shared/workbook.ts";
import { reportKinds } from "./report-code.ts";
import { reportCsv } from "./report-csv.ts";
import { wallClock } from "../../shared/wall-clock.ts";
import { sheetsOf } from "./report-sheet.ts";
import type { ColumnKind, ReportTable } from "./report-table.ts";

const column = (key: string, kind: ColumnKind) => ({ key, title: key, kind });
const made = {
  kind: reportKinds.REVIEW,
  warehouse: "Main warehouse",
  timeZone: "Europe/Berlin",
  currency: "EUR",
  now: new Date("2026-11-21T13:05:00Z"),
  narrowed: ["item BOLT Bolt"],
};
const table: ReportTable = {
  columns: [
    column("item", "CODE"),
    column("variance", "VARIANCE"),
    column("long", "QUANTITY"),
    column("expires", "DATE"),
    column("at", "MOMENT"),
    column("nothing", "QUANTITY"),
  ],
  rows: [
    {
      ...{ item: "007", variance: "-5.25", long: "12345678901234567.5", nothing: null },
      ...{ expires: "2027-03-31", at: "2026-11-21T10:09:00Z" },
    },
  ],
  rowCount: 1,
  totals: { variance: "-5.25" },
};

/** By another library than the one that wrote it. */
async function openedAgain(of: ReportTable) {
  const book = xlsx.read(await workbookOf(sheetsOf(of, made)), { cellDates: true });
  const sheet = book.Sheets["Report"];
  if (!sheet) throw new Error("There is no report in it.");
  return { book, sheet };
}

describe("a workbook", () => {
  test("has numbers as numbers, text as text, days as days and what is long unharmed", async () => {
    const { sheet } = await openedAgain(table);
    expect(sheet["A2"]).toMatchObject({ t: "s", v: "007" });
    expect(sheet["B2"]).toMatchObject({ t: "n", v: -5.25 });
    expect(sheet["C2"]).toMatchObject({ t: "s", v: "12345678901234567.5" });
    expect(sheet["D2"]).toMatchObject({ t: "d", w: "2027-03-31" });
    expect(sheet["E2"]).toMatchObject({ t: "d", w: "2026-11-21 11:09" });
    expect(sheet["F2"]).toBeUndefined();
    expect(sheet["A3"]).toMatchObject({ v: "All" });
    expect(sheet["B3"]).toMatchObject({ t: "n", v: -5.25 });
  });

  test("tells what it is and how its figures are made", async () => {
    const { book } = await openedAgain(table);
    const about = xlsx.utils.sheet_to_csv(book.Sheets["About"] ?? {});
    expect(about).toContain("Cycle Count Review (146)");
    expect(about).toContain("2026-11-21 14:05 (Europe/Berlin)");
    expect(about).toContain("item BOLT Bolt");
    expect(about).toContain("Variance: counted − expected");
  });
});

test("a CSV is read back by a third library cell for cell", () => {
  const rows = [{ ...table.rows[0], item: 'M6, "steel"\nlong' }];
  const { data, errors } = Papa.parse(reportCsv({ ...table, rows }, made.timeZone).trim(), {
    header: true,
  });
  expect(errors).toEqual([]);
  expect(data).toEqual([
    {
      ...{ item: 'M6, "steel"\nlong', variance: "-5.25", long: "12345678901234567.5" },
      ...{ expires: "2027-03-31", at: "2026-11-21 11:09", nothing: "" },
    },
  ]);
});

test("the clock on the wall knows summer", () => {
  expect(wallClock(new Date("2026-07-01T22:30:00Z"), "Europe/Berlin")).toBe("2026-07-02 00:30");
});
