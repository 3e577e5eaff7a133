import { sql } from "../../database/db.ts";
import { reportedLines, today } from "./reported-lines.ts";
import type { ReportSource } from "./report-source.ts";

/** Each lot that was counted, those first that expire first. */
export const expiry: ReportSource = {
  columns: [
    { key: "expiresOn", title: "Expires", kind: "DATE" },
    { key: "daysLeft", title: "Days left", kind: "COUNT" },
    { key: "item", title: "Item", kind: "CODE" },
    { key: "description", title: "Description", kind: "TEXT" },
    { key: "lot", title: "Lot", kind: "CODE" },
    { key: "location", title: "Location", kind: "CODE" },
    { key: "count", title: "Count", kind: "COUNT" },
    { key: "expected", title: "Expected", kind: "QUANTITY", isSummed: true },
    { key: "counted", title: "Found", kind: "QUANTITY", isSummed: true },
    { key: "variance", title: "Variance", kind: "VARIANCE", isSummed: true },
    { key: "worth", title: "Worth", kind: "MONEY", isSummed: true },
    { key: "value", title: "Value", kind: "MONEY_VARIANCE", isSummed: true },
  ],
  select: ({ filter, now }) => sql`
    select l.id as line, b.expires_on as "expiresOn",
      b.expires_on - ${today(filter.warehouseId, now)} as "daysLeft", l.sku as item, l.description,
      b.code as lot, l.location_code as location, l.session_number as count,
      trim_scale(l.final_expected) as expected, trim_scale(l.final_counted) as counted,
      trim_scale(l.final_variance) as variance, trim_scale(l.final_value) as value,
      trim_scale(l.final_counted * l.unit_cost) as worth
    from ${reportedLines(filter)} l
    join lot b on b.id = l.lot_id`,
  order: () => sql`"expiresOn" nulls last, item, lot, line`,
};

/** What was found of lots when they were counted last, month by month of their expiry. */
export const expiryByMonth: ReportSource = {
  columns: [
    { key: "month", title: "Expires in", kind: "TEXT" },
    { key: "when", title: "When", kind: "TEXT" },
    { key: "lots", title: "Lots", kind: "COUNT", isSummed: true },
    { key: "found", title: "Found", kind: "QUANTITY", isSummed: true },
    { key: "worth", title: "Worth", kind: "MONEY", isSummed: true },
  ],
  select: ({ filter, now }) => sql`
    select to_char(b.expires_on, 'YYYY-MM') as month,
      case when max(b.expires_on) < ${today(filter.warehouseId, now)} then 'expired'
        when min(b.expires_on) < ${today(filter.warehouseId, now)} then 'partly expired'
        when min(b.expires_on) <= ${today(filter.warehouseId, now)} + 30 then 'within 30 days'
        when min(b.expires_on) <= ${today(filter.warehouseId, now)} + 90 then 'within 90 days'
        else 'later' end as "when",
      count(distinct b.id)::int as lots, trim_scale(sum(l.final_counted)) as found,
      trim_scale(coalesce(sum(l.final_counted * l.unit_cost), 0)) as worth
    from (
      select distinct on (c.item_id, c.location_id, c.lot_id, c.stock_status) c.*
      from ${reportedLines(filter)} c
      where c.lot_id is not null
      order by c.item_id, c.location_id, c.lot_id, c.stock_status, c.counted_at desc, c.id desc) l
    join lot b on b.id = l.lot_id
    where b.expires_on is not null and l.final_counted > 0
    group by 1`,
  order: () => sql`month`,
};
