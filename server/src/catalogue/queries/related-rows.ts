import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";
import { partsFor } from "../../shared/fields-asked.ts";
import type { ItemRow, LocationRow } from "../domain/rows.ts";

/** The fields that the rows of a list are asked for of what they name; null where of nothing. */
export interface RelatedAsked {
  item: ReadonlySet<string> | null;
  location: ReadonlySet<string> | null;
}

/** Read in the statement of the list, with what is asked of them and no more. */
export interface WithRelated {
  item?: ItemRow;
  location?: LocationRow;
}

type Column = RawBuilder<unknown>;

const itemColumns: Record<keyof ItemRow, Column> = {
  id: sql`i.id`,
  sku: sql`i.sku`,
  description: sql`i.description`,
  revision: sql`i.revision`,
  categoryId: sql`i.category_id`,
  unitCode: sql`i.unit_code`,
  tracking: sql`i.tracking`,
  unitCost: sql`i.unit_cost::text`,
  abcClass: sql`i.abc_class`,
  shelfLifeDays: sql`i.shelf_life_days`,
  isActive: sql`i.is_active`,
};
const itemParts: Record<string, (keyof ItemRow)[]> = {
  id: ["id"],
  sku: ["sku"],
  description: ["description"],
  revision: ["revision"],
  category: ["categoryId"],
  unit: ["unitCode"],
  tracking: ["tracking"],
  unitCost: ["unitCost"],
  abcClass: ["abcClass"],
  shelfLifeDays: ["shelfLifeDays"],
  isActive: ["isActive"],
  packs: ["id"],
  barcodes: ["id"],
};

const locationColumns: Record<keyof LocationRow, Column> = {
  warehouseId: sql`l.warehouse_id`,
  id: sql`l.id`,
  parentId: sql`l.parent_id`,
  code: sql`l.code`,
  name: sql`l.name`,
  kind: sql`l.kind`,
  barcode: sql`l.barcode`,
  checkDigits: sql`l.check_digits`,
  walkOrder: sql`l.walk_order`,
  isActive: sql`l.is_active`,
  isClosedOff: sql`l.is_closed_off`,
};
const locationParts: Record<string, (keyof LocationRow)[]> = {
  id: ["id"],
  code: ["code"],
  name: ["name"],
  kind: ["kind"],
  barcode: ["barcode"],
  checkDigits: ["checkDigits"],
  walkOrder: ["walkOrder"],
  isActive: ["isActive"],
  isClosedOff: ["isClosedOff"],
};

/** Rows that name an item and a place, with what is asked of both: reckoned behind the limit. */
export function withRelated(
  rows: RawBuilder<unknown>,
  { item, location }: RelatedAsked,
  more?: Column,
): RawBuilder<unknown> {
  const columns: Column[] = more ? [more] : [];
  if (item)
    columns.push(sql`(select ${objectOf(["id"], item, itemParts, itemColumns)}
      from item i where i.id = page."itemId") as item`);
  if (location)
    columns.push(sql`(
      select ${objectOf(["warehouseId", "id"], location, locationParts, locationColumns)}
      from location l where l.warehouse_id = page."warehouseId" and l.id = page."locationId"
      ) as location`);
  if (columns.length === 0) return rows;
  return sql`select page.*, ${sql.join(columns)} from (${rows}) page`;
}

function objectOf<Part extends string>(
  keys: Part[],
  asked: ReadonlySet<string>,
  parts: Record<string, Part[]>,
  columns: Record<Part, Column>,
): RawBuilder<unknown> {
  const all = Object.keys(columns) as Part[];
  const read = new Set([...keys, ...partsFor(asked, parts, all)]);
  return sql`json_build_object(${sql.join(
    [...read].flatMap((part) => [sql.lit(part), columns[part]]),
  )})`;
}
