import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";
import type { ReportColumn } from "../domain/report-table.ts";
import { accuracies, accuracyColumns, accuracySums, moneyColumns } from "./history-report.ts";
import { reportedLines } from "./reported-lines.ts";
import type { ReportSource } from "./report-source.ts";

interface Shared {
  column: ReportColumn;
  value: RawBuilder<unknown>;
}

/** Counted lines by what they share, those first where the most is off; with what is known of it besides. */
function problemsBy({ column, value }: Shared, besides?: Shared): ReportSource {
  const key = sql.ref(column.key);
  const known = besides ? sql`min(${besides.value}) as ${sql.ref(besides.column.key)},` : sql``;
  return {
    columns: [
      column,
      ...(besides ? [besides.column] : []),
      ...accuracyColumns,
      { key: "unitsOff", title: "Units off", kind: "QUANTITY", isSummed: true },
      ...moneyColumns,
    ],
    select: ({ filter }) => sql`
      select h.*, ${accuracies} from (
        select ${value} as ${key}, ${known} ${accuracySums} from ${reportedLines(filter)} l group by 1) h`,
    order: ({ seesCost }) => sql`${seesCost ? sql`gross desc,` : sql``} "unitsOff" desc, ${key}`,
  };
}

export const places = problemsBy({
  column: { key: "place", title: "Aisle", kind: "CODE" },
  value: sql`coalesce((select q.code from location q
    where q.warehouse_id = l.warehouse_id and q.id = l.parent_id), l.location_code)`,
});

export const items = problemsBy(
  { column: { key: "item", title: "Item", kind: "CODE" }, value: sql`l.sku` },
  { column: { key: "description", title: "Description", kind: "TEXT" }, value: sql`l.description` },
);

export const categories = problemsBy({
  column: { key: "category", title: "Category", kind: "TEXT" },
  value: sql`coalesce((select y.name from category y where y.id = l.category_id), 'No category')`,
});
