import { sql } from "../../database/db.ts";
import { reportedLines } from "./reported-lines.ts";
import type { ReportSource } from "./report-source.ts";

/** The first count of each person against the count that stands. */
export const counters: ReportSource = {
  columns: [
    { key: "counter", title: "Counter", kind: "TEXT" },
    { key: "lines", title: "Lines", kind: "COUNT", isSummed: true },
    { key: "recounted", title: "Recounted", kind: "COUNT", isSummed: true },
    { key: "right", title: "First count right", kind: "COUNT", isSummed: true },
    { key: "accuracy", title: "First count right, %", kind: "PERCENT" },
    { key: "unitsOff", title: "Units off", kind: "QUANTITY", isSummed: true },
    { key: "valueOff", title: "Value off", kind: "MONEY", isSummed: true },
  ],
  select: ({ filter }) => sql`
    select h.*, round(100.0 * h."right" / h.lines, 1) as accuracy from (
      select coalesce(u.name, 'somebody') as counter, a.id as person, count(*)::int as lines,
        count(*) filter (where l.round > 1)::int as recounted,
        count(*) filter (where l.first_counted = l.final_counted)::int as "right",
        trim_scale(sum(abs(l.first_counted - l.final_counted))) as "unitsOff",
        trim_scale(coalesce(sum(abs(l.first_counted - l.final_counted) * l.unit_cost), 0))
          as "valueOff"
      from ${reportedLines(filter)} l
      cross join unnest(l.first_counter_ids) as a(id)
      left join app_user u on u.id = a.id
      group by u.name, a.id) h`,
  order: () => sql`lines desc, counter, person`,
};
