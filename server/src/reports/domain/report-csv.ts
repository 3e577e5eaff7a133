import { csvOf } from "../../shared/csv.ts";
import { wallClock } from "../../shared/wall-clock.ts";
import type { ReportTable } from "./report-table.ts";

/** The rows under the titles of their columns; times are those of the site. */
export function reportCsv({ columns, rows }: ReportTable, timeZone: string): string {
  const written = rows.map((row) =>
    Object.fromEntries(
      columns.map(({ key, title, kind }) => {
        const value = row[key] ?? null;
        const isMoment = kind === "MOMENT" && value !== null;
        return [title, isMoment ? wallClock(new Date(value), timeZone) : value];
      }),
    ),
  );
  return csvOf(
    columns.map(({ title }) => title),
    written,
  );
}
