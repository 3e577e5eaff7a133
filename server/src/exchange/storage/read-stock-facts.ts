import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import {
  placeKey,
  type KnownItem,
  type KnownPlace,
  type StockFacts,
} from "../domain/count-facts.ts";
import type { ImportFieldKey } from "../domain/import-kind.ts";
import { textOf, type MappedRow } from "../domain/mapped-row.ts";
import type { DecimalSign } from "../domain/table-layout.ts";

/** Whose rows they are, and how their file writes numbers. */
export interface RowsToJudge {
  warehouseId: number;
  /** When the file was sent: what has no time of its own is of then. */
  now: Date;
  decimalSign: DecimalSign;
  rows: readonly MappedRow[];
}

/** The different texts of a field, without blank. */
export function distinctOf(rows: readonly MappedRow[], ...fields: ImportFieldKey[]): string[] {
  const texts = new Set(rows.flatMap((row) => fields.map((field) => textOf(row, field))));
  texts.delete("");
  return [...texts];
}

/** Each question is asked once, for all rows. */
export async function readStockFacts(db: Db, judged: RowsToJudge): Promise<StockFacts> {
  const { warehouseId, now, decimalSign, rows } = judged;
  const skus = distinctOf(rows, "ITEM");
  const items = await readItems(db, warehouseId, skus);
  const unknown = skus.filter((sku) => !items.has(sku));
  const stock = await readStock(db, warehouseId, [...items.values()]);
  const site = await firstRowOf<{ timeZone: string }>(
    db,
    sql`select time_zone as "timeZone" from warehouse where id = ${warehouseId}`,
  );
  return {
    ...{ now, decimalSign, items, ...stock, timeZone: site?.timeZone ?? "UTC" },
    similarItems: await readSimilarItems(db, unknown),
    places: await readPlaces(db, warehouseId, distinctOf(rows, "LOCATION", "TO_LOCATION")),
  };
}

async function readItems(
  db: Db,
  warehouseId: number,
  skus: string[],
): Promise<Map<string, KnownItem>> {
  const items = await rowsOf<KnownItem>(
    db,
    sql`select i.id, i.sku, i.tracking, u.decimals, i.unit_code as "unitCode",
          i.is_active as "isActive",
          exists (select 1 from item_warehouse w
            where w.item_id = i.id and w.warehouse_id = ${warehouseId}) as "isAssignedHere"
        from item i join unit u on u.code = i.unit_code
        where i.sku = any(${skus}::text[])`,
  );
  return new Map(items.map((item) => [item.sku, item]));
}

/** Equal for ids that look alike, as `looksOf` of the domain is. */
export const looks = (text: ReturnType<typeof sql>) =>
  sql`translate(upper(${text}), 'OILSB -_', '01158')`;

async function readSimilarItems(db: Db, unknown: string[]): Promise<Map<string, string>> {
  if (unknown.length === 0) return new Map();
  const rows = await rowsOf<{ given: string; sku: string }>(
    db,
    sql`select k.given, min(i.sku) as sku
        from unnest(${unknown}::text[]) as k(given)
        join item i on ${looks(sql`i.sku`)} = ${looks(sql`k.given`)} and i.is_active
        group by k.given having count(*) = 1`,
  );
  return new Map(rows.map(({ given, sku }) => [given, sku]));
}

async function readPlaces(
  db: Db,
  warehouseId: number,
  codes: string[],
): Promise<Map<string, KnownPlace>> {
  const places = await rowsOf<KnownPlace & { barcode: string | null }>(
    db,
    sql`select l.id, l.code, l.is_active as "isActive", l.barcode from location l
        where l.warehouse_id = ${warehouseId}
          and (l.code = any(${codes}::text[]) or l.barcode = any(${codes}::text[]))`,
  );
  const byBarcode = places.flatMap(({ barcode, ...place }) =>
    barcode === null ? [] : [[barcode, place] as const],
  );
  const byCode = places.map(({ barcode: _, ...place }) => [place.code, place] as const);
  return new Map([...byBarcode, ...byCode]);
}

type StockOnHand = Pick<StockFacts, "lotsOnHand" | "placesOfItem">;

async function readStock(
  db: Db,
  warehouseId: number,
  items: readonly KnownItem[],
): Promise<StockOnHand> {
  const rows = await rowsOf<{ itemId: number; locationId: number; lots: string[] }>(
    db,
    sql`select q.item_id as "itemId", q.location_id as "locationId",
          array_agg(distinct coalesce(t.code, '')) as lots
        from quant q left join lot t on t.id = q.lot_id
        where q.warehouse_id = ${warehouseId} and q.quantity_on_hand <> 0
          and q.status not in ('INSTALLED', 'PICKED')
          and q.item_id = any(${items.map(({ id }) => id)}::bigint[])
        group by q.item_id, q.location_id`,
  );
  const byItem = Map.groupBy(rows, ({ itemId }) => itemId);
  return {
    lotsOnHand: new Map(
      rows.map(({ itemId, locationId, lots }) => [placeKey(itemId, locationId), lots]),
    ),
    placesOfItem: new Map(
      [...byItem].map(([itemId, all]) => [itemId, all.map(({ locationId }) => locationId)]),
    ),
  };
}
