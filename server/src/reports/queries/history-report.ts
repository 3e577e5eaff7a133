import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";
import { isOutOfTolerance } from "../../review/storage/out-of-tolerance.ts";
import type { ReportColumn } from "../domain/report-table.ts";
import { monthOf, reportedLines } from "./reported-lines.ts";
import type { ReportSource } from "./report-source.ts";

/** Sums of lines `l`, of which accuracy is made, on their first round. */
export const accuracySums: RawBuilder<unknown> = sql`count(*)::int as lines,
  count(*) filter (where not ${isOutOfTolerance})::int as within,
  trim_scale(coalesce(sum(l.quantity_expected), 0)) as "unitsExpected",
  trim_scale(coalesce(sum(abs(l.quantity_variance)), 0)) as "unitsOff",
  trim_scale(coalesce(sum(l.quantity_expected * l.unit_cost), 0)) as "valueExpected",
  trim_scale(coalesce(sum(abs(l.quantity_variance) * l.unit_cost), 0)) as "valueOff",
  trim_scale(coalesce(sum(l.final_value), 0)) as net,
  trim_scale(coalesce(sum(abs(l.final_value)), 0)) as gross`;

const share = (part: RawBuilder<unknown>, whole: RawBuilder<unknown>) =>
  sql`round(100.0 * ${part} / nullif(${whole}, 0), 1)`;
/** A hundred is said where nothing was off, and only there: rounding does not make it so. */
const notQuiteAll = (rounded: RawBuilder<unknown>, isAnythingOff: RawBuilder<unknown>) =>
  sql`case when ${isAnythingOff} and ${rounded} > 99.9 then 99.9 else ${rounded} end`;

const left = (off: string, expected: string) =>
  notQuiteAll(
    sql`100 - ${share(sql`least(h.${sql.ref(off)}, h.${sql.ref(expected)})`, sql`h.${sql.ref(expected)}`)}`,
    sql`h.${sql.ref(off)} > 0`,
  );

/** From those sums as `h`. */
export const accuracies: RawBuilder<unknown> = sql`
  ${notQuiteAll(share(sql`h.within`, sql`h.lines`), sql`h.within < h.lines`)} as accuracy,
  ${left("unitsOff", "unitsExpected")} as "unitAccuracy",
  ${left("valueOff", "valueExpected")} as "valueAccuracy"`;

export const accuracyColumns: readonly ReportColumn[] = [
  { key: "lines", title: "Lines", kind: "COUNT", isSummed: true },
  { key: "within", title: "In tolerance", kind: "COUNT", isSummed: true },
  { key: "accuracy", title: "Accuracy", kind: "PERCENT" },
];
export const moneyColumns: readonly ReportColumn[] = [
  { key: "net", title: "Net", kind: "MONEY_VARIANCE", isSummed: true },
  { key: "gross", title: "Gross", kind: "MONEY", isSummed: true },
];

/** 213: posted counts, month by month. */
export const history: ReportSource = {
  columns: [
    { key: "month", title: "Month", kind: "TEXT" },
    { key: "counts", title: "Counts", kind: "COUNT" },
    ...accuracyColumns,
    { key: "recounted", title: "Recounted", kind: "COUNT", isSummed: true },
    { key: "unitsExpected", title: "Units expected", kind: "QUANTITY", isSummed: true },
    { key: "unitsOff", title: "Units off", kind: "QUANTITY", isSummed: true },
    { key: "unitAccuracy", title: "Unit accuracy", kind: "PERCENT" },
    { key: "valueExpected", title: "Value expected", kind: "MONEY", isSummed: true },
    { key: "valueOff", title: "Value off", kind: "MONEY", isSummed: true },
    { key: "valueAccuracy", title: "Value accuracy", kind: "PERCENT", needsCost: true },
    ...moneyColumns,
  ],
  select: ({ filter }) => sql`
    select h.*, ${accuracies} from (
      select ${monthOf(sql`l.happened_at`, filter.warehouseId)} as month,
        count(distinct l.session_id)::int as counts,
        count(*) filter (where l.round > 1)::int as recounted, ${accuracySums}
      from ${reportedLines(filter, { isPosted: true })} l
      group by 1) h`,
  order: () => sql`month`,
};
