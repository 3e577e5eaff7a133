import { type Db, sql } from "../database/db.ts";
import type { DemonstrationPlan } from "./demonstration-plan.ts";

/** One statement per table; what a row refers to is named by its own key, not by an id. */
export async function insertPlannedCatalogue(db: Db, plan: DemonstrationPlan): Promise<void> {
  await insertWarehouses(db, plan);
  await insertItems(db, plan);
  await insertItemDetails(db, plan);
  await insertPlaces(db, plan);
  await insertIdentities(db, plan);
}

async function insertWarehouses(db: Db, plan: DemonstrationPlan): Promise<void> {
  await sql`
    insert into unit (code, name, decimals)
    select r.code, r.name, r.decimals
    from jsonb_to_recordset(${json(plan.units)}::jsonb)
      as r(code text, name text, decimals smallint)
    on conflict (code) do nothing`.execute(db);
  await sql`
    with created as (
      insert into warehouse (code, name, time_zone, currency, created_at)
      select r.code, r.name, r."timeZone", r.currency, ${plan.startsAt}::timestamptz
      from jsonb_to_recordset(${json(plan.warehouses)}::jsonb)
        as r(code text, name text, "timeZone" text, currency text)
      returning id
    )
    insert into ledger_head (warehouse_id) select id from created`.execute(db);
}

async function insertItems(db: Db, plan: DemonstrationPlan): Promise<void> {
  const items = json(plan.items);
  await sql`
    insert into category (name)
    select distinct r."categoryName"
    from jsonb_to_recordset(${items}::jsonb) as r("categoryName" text)
    order by 1
    on conflict (name) do nothing`.execute(db);
  await sql`
    insert into supplier (name)
    select distinct s.name
    from jsonb_to_recordset(${items}::jsonb) as r(suppliers jsonb),
      jsonb_to_recordset(r.suppliers) as s(name text)
    order by 1
    on conflict (name) do nothing`.execute(db);
  await sql`
    insert into item (sku, description, revision, category_id, unit_code, tracking, unit_cost,
      abc_class, shelf_life_days, is_active, created_at)
    select r.sku, r.description, r.revision, c.id, r."unitCode", r.tracking, r."unitCost",
      r."abcClass", r."shelfLifeDays", r."isActive", ${plan.startsAt}::timestamptz
    from jsonb_to_recordset(${items}::jsonb) as r(sku text, description text, revision text,
      "categoryName" text, "unitCode" text, tracking text, "unitCost" numeric, "abcClass" text,
      "shelfLifeDays" integer, "isActive" boolean)
    join category c on c.name = r."categoryName"
    order by r.sku`.execute(db);
}

async function insertItemDetails(db: Db, plan: DemonstrationPlan): Promise<void> {
  const items = json(plan.items);
  await sql`
    insert into item_pack (item_id, unit_code, factor)
    select i.id, p."unitCode", p.factor
    from jsonb_to_recordset(${items}::jsonb) as r(sku text, packs jsonb)
    join item i on i.sku = r.sku
    cross join jsonb_to_recordset(r.packs) as p("unitCode" text, factor numeric)`.execute(db);
  await sql`
    insert into item_barcode (code, item_id, kind, pack_unit_code)
    select b.code, i.id, b.kind, b."packUnitCode"
    from jsonb_to_recordset(${items}::jsonb) as r(sku text, barcodes jsonb)
    join item i on i.sku = r.sku
    cross join jsonb_to_recordset(r.barcodes)
      as b(code text, kind text, "packUnitCode" text)`.execute(db);
  await sql`
    insert into item_supplier (item_id, supplier_id, supplier_sku, is_preferred)
    select i.id, s.id, o."supplierSku", o."isPreferred"
    from jsonb_to_recordset(${items}::jsonb) as r(sku text, suppliers jsonb)
    join item i on i.sku = r.sku
    cross join jsonb_to_recordset(r.suppliers)
      as o(name text, "supplierSku" text, "isPreferred" boolean)
    join supplier s on s.name = o.name`.execute(db);
  await sql`
    insert into item_warehouse (item_id, warehouse_id)
    select i.id, w.id
    from jsonb_to_recordset(${items}::jsonb) as r(sku text, "warehouseCodes" jsonb)
    join item i on i.sku = r.sku
    cross join jsonb_array_elements_text(r."warehouseCodes") as o(code)
    join warehouse w on w.code = o.code`.execute(db);
}

/** All places first and then who stands in whom: a path is made of ids. */
async function insertPlaces(db: Db, plan: DemonstrationPlan): Promise<void> {
  const places = json(plan.places);
  await sql`
    insert into location (warehouse_id, path, code, name, kind, barcode, check_digits, walk_order,
      is_active, is_closed_off)
    select w.id, '', r.code, r.name, r.kind, r.barcode, r."checkDigits", r."walkOrder",
      r."isActive", r."isClosedOff"
    from jsonb_to_recordset(${places}::jsonb) as r("warehouseCode" text, code text, name text,
      kind text, barcode text, "checkDigits" text, "walkOrder" integer, "isActive" boolean,
      "isClosedOff" boolean)
    join warehouse w on w.code = r."warehouseCode"
    order by w.id, r."walkOrder"`.execute(db);
  await sql`
    with recursive placed as (
      select l.warehouse_id, l.id, l.code, p.id as parent_id
      from jsonb_to_recordset(${places}::jsonb)
        as r("warehouseCode" text, code text, "parentCode" text)
      join warehouse w on w.code = r."warehouseCode"
      join location l on l.warehouse_id = w.id and l.code = r.code
      left join location p on p.warehouse_id = w.id and p.code = r."parentCode"
    ), tree as (
      select warehouse_id, id, parent_id, '/' || id || '/' as path
      from placed where parent_id is null
      union all
      select c.warehouse_id, c.id, c.parent_id, t.path || c.id || '/'
      from placed c join tree t on t.warehouse_id = c.warehouse_id and t.id = c.parent_id
    )
    update location l set parent_id = t.parent_id, path = t.path
    from tree t where l.warehouse_id = t.warehouse_id and l.id = t.id`.execute(db);
}

async function insertIdentities(db: Db, plan: DemonstrationPlan): Promise<void> {
  await sql`
    insert into lot (item_id, code, expires_on)
    select i.id, r.code, r."expiresOn"
    from jsonb_to_recordset(${json(plan.lots)}::jsonb)
      as r(sku text, code text, "expiresOn" date)
    join item i on i.sku = r.sku`.execute(db);
  await sql`
    insert into serial_unit (item_id, serial, serial2, rfid_tag)
    select i.id, r.serial, r.serial2, r."rfidTag"
    from jsonb_to_recordset(${json(plan.serialUnits)}::jsonb)
      as r(sku text, serial text, serial2 text, "rfidTag" text)
    join item i on i.sku = r.sku`.execute(db);
}

function json(rows: readonly unknown[]): string {
  return JSON.stringify(rows);
}
