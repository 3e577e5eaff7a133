import type { RawBuilder } from "kysely";
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
import { readPage } from "../../shared/page.ts";
import type { AbcClass, Tracking } from "../domain/words.ts";
import { itemColumns } from "../storage/columns.ts";
import type { ItemRow } from "../domain/rows.ts";

export interface ItemConditions {
  search?: string;
  filter?: {
    sku?: StringFilter;
    description?: StringFilter;
    categoryId?: IdFilter;
    supplierId?: IdFilter;
    tracking?: EnumFilter<Tracking>;
    abcClass?: EnumFilter<AbcClass>;
    isActive?: BooleanFilter;
    barcode?: StringFilter;
  };
  orderBy?: { field: "SKU" | "DESCRIPTION"; direction: "ASC" | "DESC" };
}

export async function listItems(
  db: Db,
  conditions: ItemConditions,
  page: PageArgs,
): Promise<Page<ItemRow>> {
  const { field, direction } = conditions.orderBy ?? { field: "SKU", direction: "ASC" };
  const column = field === "SKU" ? sql`i.sku` : sql`i.description`;
  return readPage<ItemRow>(
    db,
    {
      columns: itemColumns,
      from: sql`item i`,
      where: itemConditions(conditions),
      order: [
        { column, type: "text", direction },
        { column: sql`i.id`, type: "bigint", direction },
      ],
    },
    page,
  );
}

function itemConditions({ search, filter = {} }: ItemConditions): RawBuilder<unknown>[] {
  const suppliers = conditionsOn(sql`s.supplier_id`, filter.supplierId, (id) =>
    matchingRowOf(id, "Supplier"),
  );
  const barcodes = conditionsOn(sql`b.code`, filter.barcode);
  return [
    ...matchesWords(sql`i.sku || ' ' || i.description`, search),
    ...conditionsOn(sql`i.sku`, filter.sku),
    ...conditionsOn(sql`i.description`, filter.description),
    ...conditionsOn(sql`i.category_id`, filter.categoryId, (id) => matchingRowOf(id, "Category")),
    ...conditionsOn(sql`i.tracking`, filter.tracking),
    ...conditionsOn(sql`i.abc_class`, filter.abcClass),
    ...conditionsOn(sql`i.is_active`, filter.isActive),
    ...suppliers.map(
      (one) => sql`exists (select 1 from item_supplier s where s.item_id = i.id and ${one})`,
    ),
    ...barcodes.map(
      (one) => sql`exists (select 1 from item_barcode b where b.item_id = i.id and ${one})`,
    ),
  ];
}
