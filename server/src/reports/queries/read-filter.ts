import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { numberKeyOrNull, singleKeyOf } from "../../shared/opaque-id.ts";
import { notFound, Refusal } from "../../shared/refusal.ts";
import type { ReportFilter } from "../domain/report-filter.ts";

/** What was asked for, in the words of the API. */
export interface GivenFilter {
  from?: string | null | undefined;
  to?: string | null | undefined;
  sessionId?: string | null | undefined;
  itemId?: string | null | undefined;
  locationId?: string | null | undefined;
  categoryId?: string | null | undefined;
}

/** A count or a place of another warehouse is as unknown as one that does not exist. */
export async function readFilter(
  db: Db,
  warehouseId: number,
  given: GivenFilter,
): Promise<ReportFilter> {
  const { from = null, to = null, itemId, categoryId } = given;
  if (from && to && from > to)
    throw new Refusal("BAD_USER_INPUT", "The first day lies behind the last.");
  const inWarehouse = async (id: string | null | undefined, kind: "CountSession" | "Location") => {
    if (!id) return null;
    const [ownWarehouseId, rowId = 0] = numberKeyOrNull(id, kind) ?? [];
    const table = kind === "Location" ? sql`location` : sql`count_session`;
    const found =
      ownWarehouseId === warehouseId &&
      (await firstRowOf(
        db,
        sql`select 1 from ${table} where warehouse_id = ${warehouseId} and id = ${rowId}`,
      ));
    if (!found) throw notFound(kind === "Location" ? "location" : "count session");
    return rowId;
  };
  return {
    ...{ warehouseId, from, to },
    sessionId: await inWarehouse(given.sessionId, "CountSession"),
    locationId: await inWarehouse(given.locationId, "Location"),
    itemId: itemId ? singleKeyOf(itemId, "Item") : null,
    categoryId: categoryId ? singleKeyOf(categoryId, "Category") : null,
  };
}
