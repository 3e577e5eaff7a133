import { rowsOf, sql, type Db } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { barcodeKindOf } from "../domain/gtin.ts";

/** What hangs on an item and is always written as a whole. */
export interface ItemDetails {
  packs: { unitCode: string; factor: Decimal }[];
  barcodes: { code: string; packUnitCode: string | null }[];
  suppliers: { supplierName: string; supplierSku: string | null; isPreferred: boolean }[];
}

export async function readDetails(db: Db, itemId: number): Promise<ItemDetails> {
  const packs = await rowsOf<{ unitCode: string; factor: string }>(
    db,
    sql`select unit_code as "unitCode", factor from item_pack where item_id = ${itemId}`,
  );
  return {
    packs: packs.map(({ unitCode, factor }) => ({ unitCode, factor: new Decimal(factor) })),
    barcodes: await rowsOf(
      db,
      sql`select code, pack_unit_code as "packUnitCode" from item_barcode
          where item_id = ${itemId} order by code`,
    ),
    suppliers: await rowsOf(
      db,
      sql`select s.name as "supplierName", i.supplier_sku as "supplierSku",
            i.is_preferred as "isPreferred"
          from item_supplier i join supplier s on s.id = i.supplier_id
          where i.item_id = ${itemId}`,
    ),
  };
}

/** Barcodes go first and come last, because they point at packs. */
export async function replaceDetails(db: Db, itemId: number, details: ItemDetails): Promise<void> {
  await sql`delete from item_barcode where item_id = ${itemId}`.execute(db);
  await sql`delete from item_pack where item_id = ${itemId}`.execute(db);
  await sql`delete from item_supplier where item_id = ${itemId}`.execute(db);
  await insertPacks(db, itemId, details.packs);
  await insertBarcodes(db, itemId, details.barcodes);
  await insertSuppliers(db, itemId, details.suppliers);
}

async function insertPacks(db: Db, itemId: number, packs: ItemDetails["packs"]): Promise<void> {
  const rows = packs.map(({ unitCode, factor }) => ({ unitCode, factor: factor.toFixed() }));
  await sql`
    insert into item_pack (item_id, unit_code, factor)
    select ${itemId}, r."unitCode", r.factor
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r("unitCode" text, factor numeric)`.execute(db);
}

async function insertBarcodes(
  db: Db,
  itemId: number,
  barcodes: ItemDetails["barcodes"],
): Promise<void> {
  const rows = barcodes.map((barcode) => ({ ...barcode, kind: barcodeKindOf(barcode.code) }));
  await sql`
    insert into item_barcode (code, item_id, kind, pack_unit_code)
    select r.code, ${itemId}, r.kind, r."packUnitCode"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(code text, kind text, "packUnitCode" text)`.execute(db);
}

/** Suppliers are named; one that is new is made, in the order of names so that savers cannot deadlock. */
async function insertSuppliers(
  db: Db,
  itemId: number,
  suppliers: ItemDetails["suppliers"],
): Promise<void> {
  const rows = JSON.stringify(suppliers);
  await sql`
    insert into supplier (name)
    select r."supplierName" from jsonb_to_recordset(${rows}::jsonb) as r("supplierName" text)
    order by 1
    on conflict (name) do nothing`.execute(db);
  await sql`
    insert into item_supplier (item_id, supplier_id, supplier_sku, is_preferred)
    select ${itemId}, s.id, r."supplierSku", r."isPreferred"
    from jsonb_to_recordset(${rows}::jsonb)
      as r("supplierName" text, "supplierSku" text, "isPreferred" boolean)
    join supplier s on s.name = r."supplierName"`.execute(db);
}
