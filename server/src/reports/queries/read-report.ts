import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { ReportCode } from "../domain/report-code.ts";
import { columnsFor, type ReportRow, type ReportTable } from "../domain/report-table.ts";
import { withAccuracy } from "../domain/total-accuracy.ts";
import { reportSources, type Asked } from "./report-source.ts";

export interface Part {
  offset: number;
  limit: number;
}

const told = (key: string) => `told ${key}`;

/** A part of a report, with the sums of the whole of it. */
export async function readReport(
  db: Db,
  code: ReportCode,
  asked: Asked,
  { offset, limit }: Part,
): Promise<ReportTable> {
  const source = reportSources[code];
  const columns = columnsFor(source.columns, asked);
  const summed = columns.filter(({ isSummed }) => isSummed);
  const cells = columns.map(({ key, kind }) => {
    const value = sql.ref(`t.${key}`);
    const text =
      kind === "MOMENT"
        ? sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
        : sql`${value}::text`;
    // Under another name than the column's: what is sorted by is the column, not its text.
    return sql`${text} as ${sql.ref(told(key))}`;
  });
  const sums = summed.map(
    ({ key }) => sql`, coalesce(sum(t.${sql.ref(key)}), 0)::text as ${sql.ref(key)}`,
  );
  const [rows, totals] = await Promise.all([
    rowsOf<ReportRow>(
      db,
      sql`select ${sql.join(cells)} from (${source.select(asked)}) t
          order by ${source.order(asked)} limit ${limit} offset ${offset}`,
    ),
    firstRowOf<ReportRow>(
      db,
      sql`select count(*)::text as "rowCount" ${sql.join(sums, sql``)}
          from (${source.select(asked)}) t`,
    ),
  ]);
  const { rowCount, ...sumsOfAll } = totals ?? {};
  const named = rows.map((row) =>
    Object.fromEntries(columns.map(({ key }) => [key, row[told(key)] ?? null])),
  );
  return { columns, rows: named, rowCount: Number(rowCount ?? 0), totals: withAccuracy(sumsOfAll) };
}
