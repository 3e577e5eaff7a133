import type { RawBuilder } from "kysely";
import type { Loaders } from "../../loaders.ts";
import { sql } from "../../database/db.ts";
import type { ItemRow, LocationRow } from "../domain/rows.ts";

/** What the rows of a list will be asked for, so that one statement reads it with them. */
export interface RelatedAsked {
  item: boolean;
  location: boolean;
}

export interface WithRelated {
  warehouseId: number;
  itemId: number;
  locationId: number;
  item?: ItemRow;
  location?: LocationRow;
}

/** Columns beside the rows of `page`, each a whole row as one value. */
export function relatedColumns({ item, location }: RelatedAsked): RawBuilder<unknown>[] {
  return [...(item ? [itemColumn] : []), ...(location ? [locationColumn] : [])];
}

const itemColumn = sql`(
  select json_build_object('id', i.id, 'sku', i.sku, 'description', i.description,
    'revision', i.revision, 'categoryId', i.category_id, 'unitCode', i.unit_code,
    'tracking', i.tracking, 'unitCost', i.unit_cost::text, 'abcClass', i.abc_class,
    'shelfLifeDays', i.shelf_life_days, 'isActive', i.is_active)
  from item i where i.id = page."itemId") as item`;

const locationColumn = sql`(
  select json_build_object('warehouseId', l.warehouse_id, 'id', l.id, 'parentId', l.parent_id,
    'code', l.code, 'name', l.name, 'kind', l.kind, 'barcode', l.barcode,
    'checkDigits', l.check_digits, 'walkOrder', l.walk_order, 'isActive', l.is_active,
    'isClosedOff', l.is_closed_off)
  from location l where l.warehouse_id = page."warehouseId" and l.id = page."locationId") as location`;

/** Whoever resolves the relation of a row finds it read already. */
export function rememberRelated(loaders: Loaders, rows: readonly WithRelated[]): void {
  for (const { warehouseId, locationId, item, location } of rows) {
    if (item) loaders.item.prime(item.id, item);
    if (location) loaders.location.prime({ warehouseId, locationId }, location);
  }
}
