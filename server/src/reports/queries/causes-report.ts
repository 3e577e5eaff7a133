import { sql } from "../../database/db.ts";
import { fixInWords, monthOf, reasonOfLine, reportedLines } from "./reported-lines.ts";
import type { ReportSource } from "./report-source.ts";

const sums = sql`count(*)::int as lines,
  trim_scale(sum(abs(l.final_variance))) as units,
  trim_scale(coalesce(sum(l.final_value), 0)) as net,
  trim_scale(coalesce(sum(abs(l.final_value)), 0)) as gross`;

/** Why lines differed. Who may not see costs is told it by lines. */
export const causes: ReportSource = {
  columns: [
    { key: "cause", title: "Cause", kind: "TEXT" },
    { key: "lines", title: "Lines", kind: "COUNT", isSummed: true },
    { key: "units", title: "Units", kind: "QUANTITY", isSummed: true },
    { key: "net", title: "Net", kind: "MONEY_VARIANCE", isSummed: true },
    { key: "gross", title: "Gross", kind: "MONEY", isSummed: true },
    { key: "share", title: "Share", kind: "PERCENT" },
    { key: "addsTo", title: "Adds to", kind: "PERCENT" },
  ],
  select: ({ filter, seesCost }) => {
    const weight = seesCost ? sql`h.gross` : sql`h.lines`;
    return sql`
      select h.*,
        round(100.0 * ${weight} / nullif(sum(${weight}) over (), 0), 1) as share,
        round(100.0 * sum(${weight}) over (order by ${weight} desc, h.lines desc, h.cause)
          / nullif(sum(${weight}) over (), 0), 1) as "addsTo"
      from (
        select coalesce(v.reason, 'No reason given') as cause, ${sums}
        from ${reportedLines(filter)} l
        ${reasonOfLine}
        where l.final_variance <> 0
        group by 1) h`;
  },
  order: ({ seesCost }) => sql`${seesCost ? sql`gross desc,` : sql``} lines desc, cause`,
};

/** The same month by month, with what was done about it. */
export const causesByMonth: ReportSource = {
  columns: [
    { key: "month", title: "Month", kind: "TEXT" },
    { key: "cause", title: "Cause", kind: "TEXT" },
    { key: "fix", title: "Fix", kind: "TEXT" },
    { key: "lines", title: "Lines", kind: "COUNT", isSummed: true },
    { key: "units", title: "Units", kind: "QUANTITY", isSummed: true },
    { key: "net", title: "Net", kind: "MONEY_VARIANCE", isSummed: true },
    { key: "gross", title: "Gross", kind: "MONEY", isSummed: true },
  ],
  select: ({ filter }) => sql`
    select ${monthOf(sql`l.happened_at`, filter.warehouseId)} as month,
      coalesce(v.reason, 'No reason given') as cause, ${fixInWords} as fix, ${sums}
    from ${reportedLines(filter)} l
    ${reasonOfLine}
    where l.final_variance <> 0
    group by 1, 2, 3`,
  order: ({ seesCost }) =>
    sql`month desc, ${seesCost ? sql`gross desc,` : sql``} lines desc, cause, fix nulls first`,
};
