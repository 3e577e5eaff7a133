import { sql } from "../../database/db.ts";
import { accuracies, accuracyColumns, accuracySums, moneyColumns } from "./history-report.ts";
import { reportedLines } from "./reported-lines.ts";
import type { ReportSource } from "./report-source.ts";

/** How right the books are by how long ago the same was counted before. */
export const frequency: ReportSource = {
  columns: [
    { key: "span", title: "Since the count before", kind: "TEXT" },
    ...accuracyColumns,
    ...moneyColumns,
  ],
  select: ({ filter }) => sql`
    select h.*, ${accuracies} from (
      select l.span, min(l.place) as place, ${accuracySums} from (
        select n.*,
          case when n.days is null then 'Never before' when n.days <= 30 then 'Up to 30 days'
            when n.days <= 90 then '31 to 90 days' else 'More than 90 days' end as span,
          case when n.days is null then 4 when n.days <= 30 then 1 when n.days <= 90 then 2
            else 3 end as place
        from (
          select c.*, extract(epoch from c.counted_at - (
            select max(e.window_last_at) from count_line e
            join count_session z on z.warehouse_id = e.warehouse_id and z.id = e.session_id
              and z.status <> 'CANCELLED'
            where e.warehouse_id = c.warehouse_id and e.item_id = c.item_id
              and e.location_id = c.location_id and e.lot_id is not distinct from c.lot_id
              and e.stock_status = c.stock_status and e.quantity_counted is not null
              and e.window_last_at < c.counted_at and e.session_id <> c.session_id)) / 86400 as days
          from ${reportedLines(filter)} c) n) l
      group by l.span) h`,
  order: () => sql`place`,
};
