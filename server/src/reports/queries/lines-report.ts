import { sql } from "../../database/db.ts";
import type { ReportColumn } from "../domain/report-table.ts";
import { isOutOfTolerance } from "../../review/storage/out-of-tolerance.ts";
import { fixInWords, reasonOfLine, reportedLines } from "./reported-lines.ts";
import type { ReportSource } from "./report-source.ts";

const where: readonly ReportColumn[] = [
  { key: "count", title: "Count", kind: "COUNT" },
  { key: "item", title: "Item", kind: "CODE" },
  { key: "description", title: "Description", kind: "TEXT" },
  { key: "location", title: "Location", kind: "CODE" },
  { key: "lot", title: "Lot", kind: "CODE" },
];
const found: readonly ReportColumn[] = [
  { key: "expected", title: "Expected", kind: "QUANTITY", isSummed: true },
  { key: "counted", title: "Found", kind: "QUANTITY", isSummed: true },
  { key: "variance", title: "Variance", kind: "VARIANCE", isSummed: true },
];
const worth: readonly ReportColumn[] = [
  { key: "cost", title: "Unit cost", kind: "MONEY" },
  { key: "value", title: "Value", kind: "MONEY_VARIANCE" },
].map((column) => ({ ...column, isSummed: column.key === "value" }) as ReportColumn);

const cells = sql`l.id as line, l.session_number as count, l.sku as item, l.description,
  l.location_code as location, b.code as lot, trim_scale(l.final_expected) as expected,
  trim_scale(l.final_counted) as counted, trim_scale(l.final_variance) as variance,
  trim_scale(l.unit_cost) as cost, trim_scale(l.final_value) as value, v.reason`;

/** 146: all that is in a count, before anything is posted. */
export const review: ReportSource = {
  columns: [
    ...where,
    { key: "serials", title: "Serials", kind: "TEXT" },
    ...found,
    ...worth,
    { key: "tolerance", title: "Tolerance", kind: "TEXT" },
    { key: "round", title: "Round", kind: "COUNT" },
    { key: "counters", title: "Counters", kind: "TEXT" },
    { key: "reason", title: "Reason", kind: "TEXT" },
    { key: "state", title: "State", kind: "TEXT" },
  ],
  select: ({ filter }) => sql`
    select ${cells}, l.line_number, l.round,
      case l.state when 'COUNTED' then 'Counted' when 'SKIPPED' then 'Skipped'
        when 'NOT_ACCESSIBLE' then 'Not accessible' else 'Not counted' end as state,
      case when l.final_counted is null then null when ${isOutOfTolerance} then 'out' else 'in' end
        as tolerance,
      (select string_agg(u.name, ', ' order by u.name) from app_user u where u.id = any(l.counter_ids))
        as counters,
      (select string_agg(case when k.is_expected and k.is_found then '' when k.is_found then '+'
          else '−' end || k.serial, ', ' order by k.serial)
       from count_line_piece k where k.warehouse_id = l.warehouse_id and k.line_id = l.id
         and (l.final_counted is not null or k.is_expected)) as serials
    from ${reportedLines(filter, { withUncounted: true })} l
    left join lot b on b.id = l.lot_id
    ${reasonOfLine}`,
  order: () => sql`count, line_number, line`,
};

/** 158: only what differs. */
export const differences: ReportSource = {
  columns: [
    ...where,
    { key: "category", title: "Category", kind: "TEXT" },
    { key: "countedAt", title: "Counted", kind: "MOMENT" },
    ...found,
    { key: "percent", title: "%", kind: "PERCENT" },
    ...worth,
    { key: "gross", title: "Gross", kind: "MONEY", isSummed: true },
    { key: "reason", title: "Reason", kind: "TEXT" },
    { key: "fix", title: "Fix", kind: "TEXT" },
  ],
  select: ({ filter }) => sql`
    select ${cells}, l.counted_at as "countedAt", trim_scale(abs(l.final_value)) as gross,
      trim_scale(round(l.final_variance * 100 / nullif(l.final_expected, 0), 1)) as percent,
      (select y.name from category y where y.id = l.category_id) as category,
      ${fixInWords} as fix
    from ${reportedLines(filter)} l
    left join lot b on b.id = l.lot_id
    ${reasonOfLine}
    where l.final_variance <> 0`,
  order: ({ seesCost }) =>
    sql`${seesCost ? sql`abs(value) desc nulls last,` : sql``} abs(variance) desc, line`,
};

/** What was looked into: why it differs and what was done about it. */
export const discrepancies: ReportSource = {
  columns: [
    { key: "recordedAt", title: "Recorded", kind: "MOMENT" },
    { key: "recordedBy", title: "By", kind: "TEXT" },
    ...where,
    { key: "variance", title: "Variance", kind: "VARIANCE", isSummed: true },
    { key: "value", title: "Value", kind: "MONEY_VARIANCE", isSummed: true },
    { key: "reason", title: "Cause", kind: "TEXT" },
    { key: "fix", title: "Fix", kind: "TEXT" },
    { key: "notes", title: "Notes", kind: "TEXT" },
  ],
  select: ({ filter }) => sql`
    select ${cells}, v.recorded_at as "recordedAt", v.notes, ${fixInWords} as fix,
      (select u.name from app_user u where u.id = v.recorded_by) as "recordedBy"
    from ${reportedLines(filter)} l
    left join lot b on b.id = l.lot_id
    ${reasonOfLine}
    where v.recorded_at is not null and l.final_variance <> 0`,
  order: () => sql`"recordedAt" desc, line`,
};
