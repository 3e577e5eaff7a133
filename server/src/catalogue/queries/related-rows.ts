import type { RawBuilder } from "kysely";
import { sql } from "../../database/db.ts";
import { partsFor } from "../../shared/fields-asked.ts";
import type { ItemRow, LocationRow } from "../domain/rows.ts";

/** The fields that the rows of a list are asked for of what they name; null where of nothing. */
export interface RelatedAsked {
  item: ReadonlySet<string> | null;
  location: ReadonlySet<string> | null;
}

/** A row that names an item and a place, with the columns of both that were read along with it. */
export interface WithRelated {
  warehouseId: number;
  "item.id"?: number;
  "location.id"?: number;
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

/**
 * Rows that name an item and a place, with what is asked of both: read behind the limit, and in columns
 * of their own, since an object for each takes longer to build and to parse than to read.
 */
export function withRelated(
  rows: RawBuilder<unknown>,
  { item, location }: RelatedAsked,
  more: Column[] = [],
): RawBuilder<unknown> {
  if (!item && !location && more.length === 0) return rows;
  const itemJoin = sql`left join lateral (
    select * from item where id = page."itemId" limit 1) i on true`;
  const locationJoin = sql`left join lateral (
    select * from location
    where warehouse_id = page."warehouseId" and id = page."locationId" limit 1) l on true`;
  return sql`select ${sql.join([
    sql`page.*`,
    ...more,
    ...(item ? columnsRead("item", item, itemParts, itemColumns) : []),
    ...(location ? columnsRead("location", location, locationParts, locationColumns) : []),
  ])} from (${rows}) page ${item ? itemJoin : sql``} ${location ? locationJoin : sql``}`;
}

/** The item that was read with a row, or undefined where none was. */
export function itemWith(row: WithRelated): ItemRow | undefined {
  return row["item.id"] === undefined ? undefined : collect<ItemRow>(row, itemNames);
}

/** The place that was read with a row, or undefined where none was. */
export function locationWith(row: WithRelated): LocationRow | undefined {
  if (row["location.id"] === undefined) return undefined;
  const location = collect<LocationRow>(row, locationNames);
  location.warehouseId = row.warehouseId;
  return location;
}

function columnsRead<Part extends string>(
  owner: string,
  asked: ReadonlySet<string>,
  parts: Record<string, Part[]>,
  columns: Record<Part, Column>,
): Column[] {
  const all = Object.keys(columns) as Part[];
  const read = new Set(["id" as Part, ...partsFor(asked, parts, all)]);
  return [...read].map((part) => sql`${columns[part]} as ${sql.id(`${owner}.${part}`)}`);
}

const namesOf = (owner: string, columns: object) =>
  Object.keys(columns).map((part) => [part, `${owner}.${part}`] as const);
const itemNames = namesOf("item", itemColumns);
const locationNames = namesOf("location", locationColumns);

function collect<Row>(row: object, names: readonly (readonly [string, string])[]): Row {
  const read = row as Record<string, unknown>;
  const found: Record<string, unknown> = {};
  for (const [part, name] of names) if (read[name] !== undefined) found[part] = read[name];
  return found as Row;
}
