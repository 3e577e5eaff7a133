import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { ReportFilter } from "../domain/report-filter.ts";
import type { MadeOf } from "../domain/report-sheet.ts";

interface Names {
  warehouse: string;
  timeZone: string;
  currency: string;
  session: string | null;
  item: string | null;
  location: string | null;
  category: string | null;
}

/** Of which warehouse a report is, and what it is narrowed to, in words. */
export async function describeFilter(
  db: Db,
  { warehouseId, from, to, sessionId, itemId, locationId, categoryId }: ReportFilter,
): Promise<Pick<MadeOf, "warehouse" | "timeZone" | "currency" | "narrowed">> {
  const names = await firstRowOf<Names>(
    db,
    sql`select w.name as warehouse, w.time_zone as "timeZone", w.currency,
          (select s.number || ' ' || s.title from count_session s
           where s.warehouse_id = w.id and s.id = ${sessionId}) as session,
          (select i.sku || ' ' || i.description from item i where i.id = ${itemId}) as item,
          (select l.code || ' ' || l.name from location l
           where l.warehouse_id = w.id and l.id = ${locationId}) as location,
          (select c.name from category c where c.id = ${categoryId}) as category
        from warehouse w where w.id = ${warehouseId}`,
  );
  const { warehouse = "", timeZone = "UTC", currency = "", ...narrowed } = names ?? {};
  const days = [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(" ");
  const parts = Object.entries(narrowed).flatMap(([what, name]) => (name ? `${what} ${name}` : []));
  return { warehouse, timeZone, currency, narrowed: [...(days ? [days] : []), ...parts] };
}
