import type { RawBuilder } from "kysely";
import {
  withRelated,
  type RelatedAsked,
  type WithRelated,
} from "../../catalogue/queries/related-rows.ts";
import { withinLocation } from "../../catalogue/queries/within-location.ts";
import { sql, type Db } from "../../database/db.ts";
import type { Page, PageArgs } from "../../shared/connection.ts";
import {
  conditionsOn,
  decimalConditionsOn,
  likePattern,
  wordsOf,
  type DateFilter,
  type DecimalFilter,
  type EnumFilter,
  type IdFilter,
  type StringFilter,
} from "../../shared/filters.ts";
import { matchingRowOf } from "../../shared/opaque-id.ts";
import { readPage, type OrderTerm } from "../../shared/page.ts";
import type { QuantRow } from "../domain/rows.ts";
import type { QuantStatus } from "../domain/words.ts";
import { quantColumns } from "../storage/columns.ts";

export type QuantOrderColumn =
  "LOCATION" | "ITEM" | "QUANTITY_ON_HAND" | "LAST_MOVED_AT" | "EXPIRES_ON";

export interface QuantConditions {
  search?: string;
  filter?: {
    itemId?: IdFilter;
    locationId?: IdFilter;
    withinLocationId?: IdFilter;
    categoryId?: IdFilter;
    status?: EnumFilter<QuantStatus>;
    lotCode?: StringFilter;
    expiresOn?: DateFilter;
    quantityOnHand?: DecimalFilter;
  };
  orderBy?: { field: QuantOrderColumn; direction: "ASC" | "DESC" };
}

/** What is asked of the quants of a page beside themselves. */
export interface QuantsAsked {
  related: RelatedAsked;
  areCursorsAsked: boolean;
}

export async function listQuants(
  db: Db,
  warehouseId: number,
  conditions: QuantConditions,
  page: PageArgs,
  { related, areCursorsAsked }: QuantsAsked,
): Promise<Page<QuantRow & WithRelated>> {
  const { field, direction } = conditions.orderBy ?? { field: "LOCATION", direction: "ASC" };
  return readPage<QuantRow & WithRelated>(
    db,
    {
      columns: quantColumns,
      from: sql`quant q
        join item i on i.id = q.item_id
        join location l on l.warehouse_id = q.warehouse_id and l.id = q.location_id
        left join lot t on t.id = q.lot_id`,
      where: [sql`q.warehouse_id = ${warehouseId}`, ...quantConditions(warehouseId, conditions)],
      order: [
        ...terms[field].map((term) => ({ ...term, direction })),
        { column: sql`q.id`, type: "bigint", direction },
      ],
      areCursorsAsked,
      complete: (quants, cursor) => withRelated(quants, related, cursor),
    },
    page,
  );
}

/** What never expires comes after all that does, and what never moved before all that did. */
const terms: Record<QuantOrderColumn, Omit<OrderTerm, "direction">[]> = {
  LOCATION: [
    { column: sql`l.code`, type: "text" },
    { column: sql`i.sku`, type: "text" },
  ],
  ITEM: [
    { column: sql`i.sku`, type: "text" },
    { column: sql`l.code`, type: "text" },
  ],
  QUANTITY_ON_HAND: [{ column: sql`q.quantity_on_hand`, type: "numeric" }],
  LAST_MOVED_AT: [{ column: sql`coalesce(q.last_moved_at, '-infinity')`, type: "timestamptz" }],
  EXPIRES_ON: [{ column: sql`coalesce(t.expires_on, 'infinity')`, type: "date" }],
};

function quantConditions(
  warehouseId: number,
  { search, filter = {} }: QuantConditions,
): RawBuilder<unknown>[] {
  const place = (id: string) => matchingRowOf(id, "Location", warehouseId);
  return [
    ...foundBy(warehouseId, search),
    ...conditionsOn(sql`q.item_id`, filter.itemId, (id) => matchingRowOf(id, "Item")),
    ...conditionsOn(sql`q.location_id`, filter.locationId, place),
    ...withinLocation(sql`l.path`, warehouseId, filter.withinLocationId),
    ...conditionsOn(sql`i.category_id`, filter.categoryId, (id) => matchingRowOf(id, "Category")),
    ...conditionsOn(sql`q.status`, filter.status),
    ...conditionsOn(sql`t.code`, filter.lotCode),
    ...conditionsOn(sql`t.expires_on`, filter.expiresOn),
    ...decimalConditionsOn(sql`q.quantity_on_hand`, filter.quantityOnHand),
  ];
}

/**
 * Every word must be found: in the item, the place or the lot, or as a whole serial. Each kind is
 * looked up once by its own index, and the quants are then told apart by number.
 */
function foundBy(warehouseId: number, search: string | undefined): RawBuilder<unknown>[] {
  return wordsOf(search).map((word) => {
    const pattern = likePattern(word);
    return sql`(
      q.item_id in (
        select f.id from item f where lower(f.sku || ' ' || f.description) like ${pattern})
      or q.location_id in (
        select f.id from location f
        where f.warehouse_id = ${warehouseId} and lower(f.code || ' ' || f.name) like ${pattern})
      or q.lot_id in (select f.id from lot f where lower(f.code) like ${pattern})
      or q.id in (
        select f.quant_id from serial_unit f
        where f.warehouse_id = ${warehouseId}
          and lower(${word}) in (lower(f.serial), lower(f.serial2), lower(f.rfid_tag)))
    )`;
  });
}
