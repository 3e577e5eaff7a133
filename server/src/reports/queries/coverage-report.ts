import { sql } from "../../database/db.ts";
import { scheduledPlaces } from "../../planning/storage/scheduled-places.ts";
import { isOfPlace, settledPlaces } from "../../planning/storage/settled-places.ts";
import { today } from "./reported-lines.ts";
import type { ReportSource } from "./report-source.ts";

const cadence = sql`case s.cadence_kind when 'DAILY' then interval '1 day'
  when 'WEEKLY' then interval '7 days' when 'MONTHLY' then interval '1 month'
  when 'QUARTERLY' then interval '3 months' when 'YEARLY' then interval '1 year'
  else make_interval(days => s.cadence_days) end`;

/** Of each schedule, which of its places were counted within their cadence. */
export const coverage: ReportSource = {
  columns: [
    { key: "schedule", title: "Schedule", kind: "TEXT" },
    { key: "cadence", title: "Cadence", kind: "TEXT" },
    { key: "places", title: "Places", kind: "COUNT", isSummed: true },
    { key: "onTime", title: "On time", kind: "COUNT", isSummed: true },
    { key: "late", title: "Longer ago", kind: "COUNT", isSummed: true },
    { key: "never", title: "Never", kind: "COUNT", isSummed: true },
    { key: "coverage", title: "Coverage", kind: "PERCENT" },
    { key: "lines", title: "Lines", kind: "COUNT", isSummed: true },
    { key: "lastAt", title: "Last counted", kind: "MOMENT" },
  ],
  select: ({ filter, now }) => sql`
    select h.*, round(100.0 * h."onTime" / h.places, 1) as coverage,
      h.places - h."onTime" - h.never as late
    from (
      select s.id as number, s.name as schedule,
        case s.cadence_kind when 'EVERY_N_DAYS' then 'every ' || s.cadence_days || ' days'
          else lower(s.cadence_kind) end as cadence,
        count(*)::int as places, sum(p.lines)::int as lines, max(p."countedAt") as "lastAt",
        count(*) filter (where p."countedAt" + ${cadence} >= ${now}::timestamptz)::int as "onTime",
        count(*) filter (where p."countedAt" is null)::int as never
      from (${scheduledPlaces(filter.warehouseId)}) p
      join schedule s on s.warehouse_id = ${filter.warehouseId} and s.id = p."scheduleId"
      group by s.warehouse_id, s.id) h`,
  order: () => sql`schedule, number`,
};

const daysShown = 91;
const daysAtMost = 400;

/** The same at the end of each day: what a calendar shows. */
export const coverageByDay: ReportSource = {
  columns: [
    { key: "day", title: "Day", kind: "DATE" },
    { key: "counted", title: "Counted", kind: "COUNT", isSummed: true },
    { key: "places", title: "Places", kind: "COUNT" },
    { key: "onTime", title: "On time", kind: "COUNT" },
    { key: "coverage", title: "Coverage", kind: "PERCENT" },
  ],
  select: ({ filter: { warehouseId, from, to }, now }) => {
    const zone = sql`(select w.time_zone from warehouse w where w.id = ${warehouseId})`;
    const last = sql`least(coalesce(${to}::date, ${today(warehouseId, now)}), ${today(warehouseId, now)})`;
    return sql`
    with p as materialized (
      select "scheduleId" as schedule_id, "locationId" as location_id
      from (${scheduledPlaces(warehouseId)}) a
    ), settled as materialized (${settledPlaces(warehouseId)}),
    counted as materialized (
      select p.schedule_id, p.location_id, e.completed_at
      from p join settled e on e.location_id = p.location_id and ${isOfPlace(warehouseId)}
      union all
      select p.schedule_id, null, c.completed_at
      from p
      join due_count d on d.warehouse_id = ${warehouseId} and d.schedule_id = p.schedule_id
        and d.location_id is null
      join count_session c on c.warehouse_id = d.warehouse_id and c.id = d.session_id
        and c.status = 'POSTED'
      where p.location_id is null
    ), covered as materialized (
      -- Spans that meet or overlap are one: a place that is counted early is still one place.
      select unnest(range_agg(tstzrange(k.completed_at, k.completed_at + ${cadence}))) as span
      from counted k
      join schedule s on s.warehouse_id = ${warehouseId} and s.id = k.schedule_id
      group by k.schedule_id, k.location_id
    ), day as materialized (
      select d::date as day, d::date::timestamp at time zone ${zone} as begins,
        least((d::date + 1)::timestamp at time zone ${zone}, ${now}::timestamptz) as ends
      from generate_series(
        greatest(coalesce(${from}::date, ${last} - ${daysShown - 1}::int), ${last} - ${daysAtMost}::int)::timestamp,
        ${last}::timestamp, interval '1 day') d
    )
    select h.*, round(100.0 * h."onTime" / nullif(h.places, 0), 1) as coverage from (
      select day, (select count(*)::int from p) as places, n.counted, c."onTime"
      from day
      cross join lateral (select count(*)::int as counted from counted
        where completed_at >= begins and completed_at < ends offset 0) n
      cross join lateral (select count(*)::int as "onTime" from covered
        where span @> ends offset 0) c) h`;
  },
  order: () => sql`day`,
};
