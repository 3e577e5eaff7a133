import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";
import { lineOf } from "../storage/line-of.ts";
import { linesInRound } from "../storage/lines-in-round.ts";
import { selectedIds } from "../storage/line-selection.ts";
import type { LineGrouping } from "../domain/line-view.ts";
import { changedIds } from "./changed-since.ts";
import type { LineConditions, SessionKey } from "./list-lines.ts";

/** Joins only what the question names: totals of a whole session touch nothing but its lines. */
export function sourceOf(
  session: SessionKey,
  conditions: LineConditions,
  groupedBy?: LineGrouping,
): RawBuilder<unknown> {
  const { filter = {}, orderBy } = conditions;
  const field = orderBy?.field;
  const needsItem = field === "ITEM" || filter.categoryId !== undefined || groupedBy === "CATEGORY";
  const needsPlace = field === "LOCATION" || filter.withinLocationId !== undefined;
  const item = needsItem ? sql`join item i on i.id = l.item_id` : sql``;
  const place = needsPlace
    ? sql`join location p on p.warehouse_id = l.warehouse_id and p.id = l.location_id`
    : sql``;
  const needsReason = filter.reasonCode !== undefined || groupedBy === "REASON";
  const reason = needsReason ? latestReasons(session) : sql``;
  const lines =
    orderBy && isWholeByQuantity(conditions) && !conditions.isLatestRoundOnly
      ? inWalk(session, orderBy)
      : linesNamed(session, conditions);
  return sql`${lines} ${item} ${place} ${reason}`;
}

/** What the last word on each line says, read once for the whole count. */
function latestReasons({ warehouseId, id }: SessionKey): RawBuilder<unknown> {
  return sql`left join (
    select distinct on (line_id) line_id, reason_code from investigation
    where warehouse_id = ${warehouseId} and session_id = ${id}
    order by line_id, revision desc
  ) v on v.line_id = l.id`;
}

/** Every line of the count, in whatever order. */
export function isWhole(conditions: LineConditions): boolean {
  const { view = "ALL", search, filter = {}, selection, changedSince } = conditions;
  const isNamed = selection !== undefined || changedSince !== undefined;
  return view === "ALL" && !search && Object.keys(filter).length === 0 && !isNamed;
}

/** A whole count, put in order by what no index has in order. */
function isWholeByQuantity(conditions: LineConditions): boolean {
  const field = conditions.orderBy?.field ?? "LINE_NUMBER";
  return isWhole(conditions) && !["LINE_NUMBER", "ITEM", "LOCATION"].includes(field);
}

/** Most lines are equal in a quantity: in the order of the walk they are sorted already. */
function inWalk({ warehouseId, id }: SessionKey, { direction }: { direction: "ASC" | "DESC" }) {
  const way = sql.raw(direction);
  return sql`(
    select * from count_line where warehouse_id = ${warehouseId} and session_id = ${id}
    order by line_number ${way}, id ${way} offset 0
  ) l`;
}

/** Where ids name the lines, each is read by its key, whatever the planner believes of their number. */
function linesNamed(
  session: SessionKey,
  { selection, changedSince, isLatestRoundOnly }: LineConditions,
): RawBuilder<unknown> {
  const ids = [
    ...(selection === undefined ? [] : [selectedIds(session.warehouseId, selection)]),
    ...(changedSince ? [changedIds(session, changedSince)] : []),
  ];
  if (isLatestRoundOnly) {
    const all = linesInRound(session);
    if (ids.length === 0) return sql`${all} l`;
    return sql`(
      select c.* from (${sql.join(ids, sql` intersect `)}) k(id) join ${all} c on c.id = k.id
    ) l`;
  }
  if (ids.length === 0) return sql`count_line l`;
  const line = lineOf(sql`${session.warehouseId}::int`, sql`k.id`);
  return sql`(
    select c.* from (${sql.join(ids, sql` intersect `)}) k(id) cross join lateral ${line} c
  ) l`;
}
