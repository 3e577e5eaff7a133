import { sql } from "../../database/db.ts";
import { reportedLines } from "./reported-lines.ts";
import type { ReportSource } from "./report-source.ts";

/** Each piece that was expected or found, with who supplies its item. */
export const serials: ReportSource = {
  columns: [
    { key: "supplier", title: "Supplier", kind: "TEXT" },
    { key: "item", title: "Item", kind: "CODE" },
    { key: "description", title: "Description", kind: "TEXT" },
    { key: "serial", title: "Serial", kind: "CODE" },
    { key: "serial2", title: "Serial2", kind: "CODE" },
    { key: "location", title: "Location", kind: "CODE" },
    { key: "count", title: "Count", kind: "COUNT" },
    { key: "countedAt", title: "Counted", kind: "MOMENT" },
    { key: "state", title: "State", kind: "TEXT" },
    { key: "cost", title: "Unit cost", kind: "MONEY" },
  ],
  select: ({ filter }) => sql`
    select l.id as line, l.sku as item, l.description, k.serial, u.serial2,
      l.location_code as location, l.session_number as count, l.counted_at as "countedAt",
      case when k.is_expected and k.is_found then 'Found' when k.is_found then 'Not expected here'
        else 'Missing' end as state,
      trim_scale(l.unit_cost) as cost,
      (select x.name from item_supplier m join supplier x on x.id = m.supplier_id
       where m.item_id = l.item_id order by m.is_preferred desc, x.name limit 1) as supplier
    from ${reportedLines(filter)} l
    join count_line_piece k on k.warehouse_id = l.warehouse_id and k.line_id = l.id
      and (k.is_expected or k.is_found)
    left join serial_unit u on u.item_id = l.item_id and u.serial = k.serial`,
  order: () => sql`supplier nulls last, item, serial, line`,
};
