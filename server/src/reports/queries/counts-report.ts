import { sql } from "../../database/db.ts";
import { accuracies, accuracySums, moneyColumns } from "./history-report.ts";
import { codeInWords, reportedLines, within } from "./reported-lines.ts";
import type { ReportSource } from "./report-source.ts";

/**
 * 253: all counts. They are chosen by the day on which they were planned; narrowed to items or
 * places, those that have lines of them, with the sums of these lines alone.
 */
export const counts: ReportSource = {
  columns: [
    { key: "count", title: "Count", kind: "COUNT" },
    { key: "title", title: "Title", kind: "TEXT" },
    { key: "warehouse", title: "Warehouse", kind: "TEXT" },
    { key: "status", title: "Status", kind: "TEXT" },
    { key: "createdAt", title: "Created", kind: "MOMENT" },
    { key: "createdBy", title: "By", kind: "TEXT" },
    { key: "deadlineAt", title: "Due", kind: "MOMENT" },
    { key: "completedAt", title: "Completed", kind: "MOMENT" },
    { key: "linesTotal", title: "Lines", kind: "COUNT", isSummed: true },
    { key: "lines", title: "Counted", kind: "COUNT", isSummed: true },
    { key: "accuracy", title: "Accuracy", kind: "PERCENT" },
    { key: "netUnits", title: "Net units", kind: "VARIANCE", isSummed: true },
    { key: "grossUnits", title: "Gross units", kind: "QUANTITY", isSummed: true },
    ...moneyColumns,
  ],
  select: ({ filter }) => {
    const ofAnyDay = { ...filter, from: null, to: null };
    const { itemId, locationId, categoryId } = filter;
    const isOfLines = [itemId, locationId, categoryId].some((id) => id !== null);
    const narrowed = isOfLines
      ? sql`join (select l.session_id, count(*)::int as lines
          from ${reportedLines(ofAnyDay, { withUncounted: true })} l group by 1) n
          on n.session_id = s.id`
      : sql``;
    return sql`
    select s.number as count, s.title, w.name as warehouse,
      ${codeInWords(sql`s.status`)} as status, s.created_at as "createdAt",
      (select u.name from app_user u where u.id = s.created_by) as "createdBy",
      s.deadline_at as "deadlineAt", s.completed_at as "completedAt",
      ${isOfLines ? sql`n.lines` : sql`s.lines_total`} as "linesTotal", coalesce(h.lines, 0) as lines, ${accuracies},
      h."netUnits", h."grossUnits", h.net, h.gross
    from count_session s
    join warehouse w on w.id = s.warehouse_id
    ${narrowed}
    left join (
      select l.session_id, ${accuracySums}, trim_scale(sum(l.final_variance)) as "netUnits",
        trim_scale(sum(abs(l.final_variance))) as "grossUnits"
      from ${reportedLines(ofAnyDay)} l group by 1
    ) h on h.session_id = s.id
    where s.warehouse_id = ${filter.warehouseId}
      and (${filter.sessionId}::bigint is null or s.id = ${filter.sessionId})
      and ${within(sql`s.created_at`, filter)}`;
  },
  order: () => sql`count desc`,
};
