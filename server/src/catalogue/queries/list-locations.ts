import { sql, type Db } from "../../database/db.ts";
import type { Page, PageArgs } from "../../shared/connection.ts";
import {
  conditionsOn,
  matchesWords,
  type BooleanFilter,
  type EnumFilter,
  type IdFilter,
  type StringFilter,
} from "../../shared/filters.ts";
import { matchingRowOf } from "../../shared/opaque-id.ts";
import { readPage, type OrderTerm } from "../../shared/page.ts";
import type { LocationKind } from "../domain/words.ts";
import { locationColumns } from "../storage/columns.ts";
import type { LocationRow } from "../domain/rows.ts";
import { withinLocation } from "./within-location.ts";

export interface LocationConditions {
  search?: string;
  filter?: {
    code?: StringFilter;
    kind?: EnumFilter<LocationKind>;
    parentId?: IdFilter;
    withinId?: IdFilter;
    barcode?: StringFilter;
    isActive?: BooleanFilter;
  };
  orderBy?: { field: "CODE" | "WALK_ORDER"; direction: "ASC" | "DESC" };
}

export async function listLocations(
  db: Db,
  warehouseId: number,
  { search, filter = {}, orderBy }: LocationConditions,
  page: PageArgs,
): Promise<Page<LocationRow>> {
  const { field, direction } = orderBy ?? { field: "WALK_ORDER", direction: "ASC" };
  const first: OrderTerm =
    field === "CODE"
      ? { column: sql`l.code`, type: "text", direction }
      : { column: sql`l.walk_order`, type: "bigint", direction };
  return readPage<LocationRow>(
    db,
    {
      columns: locationColumns,
      from: sql`location l`,
      where: [
        sql`l.warehouse_id = ${warehouseId}`,
        ...matchesWords(sql`l.code || ' ' || l.name`, search),
        ...conditionsOn(sql`l.code`, filter.code),
        ...conditionsOn(sql`l.kind`, filter.kind),
        ...conditionsOn(sql`l.parent_id`, filter.parentId, (id) =>
          matchingRowOf(id, "Location", warehouseId),
        ),
        ...withinLocation(sql`l.path`, warehouseId, filter.withinId),
        ...conditionsOn(sql`coalesce(l.barcode, l.code)`, filter.barcode),
        ...conditionsOn(sql`l.is_active`, filter.isActive),
      ],
      order: [first, { column: sql`l.id`, type: "bigint", direction }],
    },
    page,
  );
}
