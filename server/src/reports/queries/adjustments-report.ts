import { sql } from "../../database/db.ts";
import { reasonOfLine, reportedLines, within } from "./reported-lines.ts";
import type { ReportSource } from "./report-source.ts";

/** What postings changed in the books, line by line, and what was taken back. */
export const adjustments: ReportSource = {
  columns: [
    { key: "postedAt", title: "Posted", kind: "MOMENT" },
    { key: "postedBy", title: "By", kind: "TEXT" },
    { key: "kind", title: "Kind", kind: "TEXT" },
    { key: "count", title: "Count", kind: "COUNT" },
    { key: "item", title: "Item", kind: "CODE" },
    { key: "description", title: "Description", kind: "TEXT" },
    { key: "location", title: "Location", kind: "CODE" },
    { key: "expected", title: "Expected", kind: "QUANTITY" },
    { key: "counted", title: "Found", kind: "QUANTITY" },
    { key: "change", title: "Change", kind: "VARIANCE", isSummed: true },
    { key: "cost", title: "Unit cost", kind: "MONEY" },
    { key: "value", title: "Value", kind: "MONEY_VARIANCE", isSummed: true },
    { key: "reason", title: "Reason", kind: "TEXT" },
  ],
  select: ({ filter }) => sql`
    select p.id as posting, l.id as line, p.posted_at as "postedAt", u.name as "postedBy",
      case p.kind when 'REVERSAL' then 'Reversal'
        else case when pl.reversed_by_id is null then 'Posting' else 'Posting, taken back' end end
        as kind,
      l.session_number as count, l.sku as item, l.description, l.location_code as location,
      trim_scale(pl.quantity_expected) as expected, trim_scale(pl.quantity_counted) as counted,
      trim_scale(pl.quantity_delta) as change, trim_scale(pl.unit_cost) as cost,
      trim_scale(pl.quantity_delta * pl.unit_cost) as value, v.reason
    from ${reportedLines({ ...filter, from: null, to: null })} l
    join posting_line pl on pl.warehouse_id = l.warehouse_id and pl.line_id = l.id
      and pl.quantity_delta <> 0
    join posting p on p.warehouse_id = pl.warehouse_id and p.id = pl.posting_id
    left join app_user u on u.id = p.posted_by
    ${reasonOfLine}
    where ${within(sql`p.posted_at`, filter)}`,
  order: () => sql`posting desc, line`,
};
