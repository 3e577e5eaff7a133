import type { RawBuilder } from "kysely";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import { whereAll } from "../../shared/page.ts";
import type { LineGrouping } from "../domain/line-view.ts";
import { sourceOf } from "./line-source.ts";
import {
  lineSums,
  whereOf,
  type LineConditions,
  type LineTotals,
  type SessionKey,
} from "./list-lines.ts";

export interface LineGroupRow extends LineTotals {
  locationId: number | null;
  itemId: number | null;
  categoryId: number | null;
  categoryName: string | null;
  reasonCode: string | null;
}

/** What comes first, as far as the looker may be told. */
export type GroupOrder = "VALUE" | "QUANTITY" | "LINES";

const keys: Record<LineGrouping, RawBuilder<unknown>> = {
  LOCATION: sql`l.location_id`,
  ITEM: sql`l.item_id`,
  CATEGORY: sql`i.category_id`,
  REASON: sql`v.reason_code`,
};

const orders: Record<GroupOrder, RawBuilder<unknown>> = {
  VALUE: sql`g."valueVarianceGross" desc, g."quantityVarianceGross" desc, g.lines desc`,
  QUANTITY: sql`g."quantityVarianceGross" desc, g.lines desc`,
  LINES: sql`g.lines desc`,
};

/** Sums of some lines by what they share; the groups that matter most first. */
export function sumLineGroups(
  db: Db,
  session: SessionKey,
  conditions: LineConditions,
  { by, order, first }: { by: LineGrouping; order: GroupOrder; first: number },
): Promise<LineGroupRow[]> {
  const key = (grouping: LineGrouping, type: string) =>
    by === grouping ? sql`g.key` : sql`null::${sql.raw(type)}`;
  const category = by === "CATEGORY" ? sql`left join category c on c.id = g.key` : sql``;
  return rowsOf<LineGroupRow>(
    db,
    sql`select ${key("LOCATION", "bigint")} as "locationId", ${key("ITEM", "bigint")} as "itemId",
          ${key("CATEGORY", "bigint")} as "categoryId",
          ${by === "CATEGORY" ? sql`c.name` : sql`null::text`} as "categoryName",
          ${key("REASON", "text")} as "reasonCode", g.*
        from (
          select ${keys[by]} as key, ${lineSums}
          from ${sourceOf(session, { ...conditions, orderBy: undefined }, by)}
          ${whereAll(whereOf(session, conditions))}
          group by 1) g
        ${category}
        order by ${orders[order]}, g.key nulls last
        limit ${first}`,
  );
}
