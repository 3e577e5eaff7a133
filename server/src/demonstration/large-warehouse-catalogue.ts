import type { Expression, RawBuilder } from "kysely";
import { type Db, sql } from "../database/db.ts";

export const largeWarehouseCode = "LARGE";

export interface LargeSize {
  itemCount: number;
  binCount: number;
}

const binsPerAisle = 50;
const aislesPerZone = 25;
/** Every tenth item is kept by lots: two of each. */
const lotEvery = 10;

/** Z03-14-027: the zone, the aisle in it and the bin in that, all counted from one. */
export function binCodeOf(bin: Expression<unknown>): RawBuilder<string> {
  const aisle = sql`(${bin} / ${sql.lit(binsPerAisle)})`;
  return sql`(${aisleCodeOf(aisle)} || '-'
    || lpad((${bin} % ${sql.lit(binsPerAisle)} + 1)::text, 3, '0'))`;
}

function aisleCodeOf(aisle: Expression<unknown>): RawBuilder<string> {
  return sql`('Z' || lpad((${aisle} / ${sql.lit(aislesPerZone)} + 1)::text, 2, '0') || '-'
    || lpad((${aisle} % ${sql.lit(aislesPerZone)} + 1)::text, 2, '0'))`;
}

/** Units, items and lots are the company's own; only the places belong to the warehouse. */
export async function insertLargeCatalogue(
  db: Db,
  warehouseId: number,
  size: LargeSize,
  now: Date,
): Promise<void> {
  await insertItems(db, size, now);
  await insertPlaces(db, warehouseId, size);
}

async function insertItems(db: Db, { itemCount }: LargeSize, now: Date): Promise<void> {
  await sql`
    insert into unit (code, name, decimals)
    values ('EA', 'each', 0), ('CASE', 'case', 0)
    on conflict (code) do nothing`.execute(db);
  await sql`
    insert into category (name)
    select 'Wholesale / ' || name
    from unnest(array['Fasteners', 'Fittings', 'Bearings', 'Seals', 'Hoses', 'Tools',
      'Electrical', 'Safety', 'Packaging', 'Lubricants']) as name
    on conflict (name) do nothing`.execute(db);
  await sql`
    insert into item (sku, description, category_id, unit_code, tracking, unit_cost, abc_class,
      shelf_life_days, created_at)
    select 'LG-' || lpad(g::text, 6, '0'),
      (array['Hex Bolt', 'Elbow Fitting', 'Ball Bearing', 'Shaft Seal', 'Hydraulic Hose',
        'Socket', 'Cable Gland', 'Work Glove', 'Carton', 'Grease Cartridge'])[1 + g % 10]
        || ' ' || (4 + g / 10 % 60) || ' mm, '
        || (array['zinc', 'steel', 'brass', 'stainless', 'black', 'nylon', 'blue'])[1 + g / 7 % 7],
      c.id, 'EA', case when g % ${lotEvery}::int = 0 then 'LOT' else 'BULK' end,
      round((0.05 + abs(hashint8extended(g, 11) % 20000) / 400.0)::numeric, 4),
      case when g % 20 < 3 then 'A' when g % 20 < 8 then 'B' else 'C' end,
      case when g % ${lotEvery}::int = 0 then 365 end, ${now}::timestamptz
    from generate_series(1, ${itemCount}::int) as g
    join category c on c.name = 'Wholesale / ' || (array['Fasteners', 'Fittings', 'Bearings',
      'Seals', 'Hoses', 'Tools', 'Electrical', 'Safety', 'Packaging', 'Lubricants'])[1 + g % 10]
    order by g`.execute(db);
  await sql`
    insert into item_pack (item_id, unit_code, factor)
    select id, 'CASE', 12 from item where sku like 'LG-%' and abc_class = 'A'`.execute(db);
  // In-house numbers: prefix 29, and the check digit that GS1 asks for.
  await sql`
    insert into item_barcode (code, item_id, kind)
    select d.digits || (10 - d.weighted % 10) % 10, d.id, 'GTIN'
    from (
      select i.id, n.digits, sum(substr(n.digits, p, 1)::int * (1 + 2 * ((p + 1) % 2))) as weighted
      from item i
      cross join lateral (select '29' || lpad(substr(i.sku, 4), 10, '0') as digits) n
      cross join generate_series(1, 12) as p
      where i.sku like 'LG-%'
      group by i.id, n.digits
    ) d`.execute(db);
  await sql`
    insert into lot (item_id, code, expires_on)
    select i.id, 'G' || l, ${now}::timestamptz::date - 20 + l * 90
    from item i cross join generate_series(0, 1) as l
    where i.sku like 'LG-%' and i.tracking = 'LOT'`.execute(db);
}

/** Zones, then aisles, then bins; a path can only be made once the parent has its id. */
async function insertPlaces(db: Db, warehouseId: number, { binCount }: LargeSize): Promise<void> {
  const aisleCount = Math.ceil(binCount / binsPerAisle);
  const zoneCount = Math.ceil(aisleCount / aislesPerZone);
  const perAisle = sql.lit(binsPerAisle);
  const perZone = sql.lit(aislesPerZone);
  const walkPerAisle = binsPerAisle + 1;
  const walkPerZone = walkPerAisle * aislesPerZone + 1;
  await sql`
    insert into location (warehouse_id, path, code, name, kind, walk_order)
    select ${warehouseId}::int, '', 'Z' || lpad(z::text, 2, '0'), 'Zone ' || z, 'ZONE',
      (z - 1) * ${walkPerZone}::int
    from generate_series(1, ${zoneCount}::int) as z`.execute(db);
  await sql`
    insert into location (warehouse_id, parent_id, path, code, name, kind, walk_order)
    select p.warehouse_id, p.id, '', ${aisleCodeOf(sql.ref("a"))},
      p.name || ', aisle ' || a % ${perZone} + 1, 'AISLE',
      p.walk_order + 1 + a % ${perZone} * ${walkPerAisle}::int
    from generate_series(0, ${aisleCount}::int - 1) as a
    join location p on p.warehouse_id = ${warehouseId}::int and p.kind = 'ZONE'
      and p.code = 'Z' || lpad((a / ${perZone} + 1)::text, 2, '0')`.execute(db);
  // Up one aisle and down the next.
  await sql`
    insert into location (warehouse_id, parent_id, path, code, name, kind, barcode, check_digits,
      walk_order)
    select p.warehouse_id, p.id, '', c.code, c.code, 'STORAGE', 'L-' || c.code,
      lpad(abs(hashtextextended(c.code, 7) % 100)::text, 2, '0'),
      p.walk_order + 1 + case when o.aisle % 2 = 0 then b % ${perAisle}
        else ${perAisle} - 1 - b % ${perAisle} end
    from generate_series(0, ${binCount}::int - 1) as b
    cross join lateral (select b / ${perAisle} as aisle) o
    cross join lateral (select ${binCodeOf(sql.ref("b"))} as code) c
    join location p on p.warehouse_id = ${warehouseId}::int and p.kind = 'AISLE'
      and p.code = ${aisleCodeOf(sql.ref("o.aisle"))}
    order by b`.execute(db);
  await sql`
    with recursive tree as (
      select id, '/' || id || '/' as path
      from location where warehouse_id = ${warehouseId}::int and parent_id is null
      union all
      select c.id, t.path || c.id || '/'
      from location c join tree t on c.parent_id = t.id
      where c.warehouse_id = ${warehouseId}::int
    )
    update location l set path = t.path
    from tree t where l.warehouse_id = ${warehouseId}::int and l.id = t.id`.execute(db);
}
