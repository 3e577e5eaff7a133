import { hasWrongCheckDigit } from "../../catalogue/domain/gtin.ts";
import { locationKinds } from "../../catalogue/domain/words.ts";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { ExistingItem, ItemFacts } from "../domain/check-items.ts";
import type { ExistingPlace, LocationFacts } from "../domain/check-locations.ts";
import { distinctOf, type RowsToJudge } from "./read-stock-facts.ts";

export async function readItemFacts(
  db: Db,
  { rows, decimalSign }: RowsToJudge,
): Promise<ItemFacts> {
  const items = await rowsOf<ExistingItem & { sku: string }>(
    db,
    sql`select i.id, i.sku, i.tracking, i.unit_code as "unitCode",
          exists (select 1 from quant q where q.item_id = i.id) as "hasMoved"
        from item i where i.sku = any(${distinctOf(rows, "ITEM")}::text[])`,
  );
  const units = await rowsOf<{ code: string }>(db, sql`select code from unit`);
  const barcodes = await rowsOf<{ code: string; itemId: number }>(
    db,
    sql`select code, item_id as "itemId" from item_barcode
        where code = any(${distinctOf(rows, "BARCODE")}::text[])`,
  );
  return {
    decimalSign,
    hasWrongCheckDigit,
    items: new Map(items.map(({ sku, ...item }) => [sku, item])),
    units: new Set(units.map(({ code }) => code)),
    barcodes: new Map(barcodes.map(({ code, itemId }) => [code, itemId])),
  };
}

export async function readLocationFacts(
  db: Db,
  { warehouseId }: RowsToJudge,
): Promise<LocationFacts> {
  const places = await rowsOf<
    ExistingPlace & { name: string; kind: string; barcode: string | null }
  >(
    db,
    sql`select id, code, name, kind, barcode from location where warehouse_id = ${warehouseId}
        order by id`,
  );
  const zones = places.filter(({ kind }) => kind === "ZONE");
  return {
    kinds: locationKinds,
    places: new Map(places.map((place) => [place.code, place])),
    zones: new Map(zones.map((zone) => [zone.name.toLowerCase(), zone])),
    readAs: new Map(places.map((place) => [place.barcode ?? place.code, place])),
  };
}
