import { barcodeKindOf } from "../../catalogue/domain/gtin.ts";
import { sql, type Db } from "../../database/db.ts";
import type { ItemToImport } from "../domain/check-items.ts";

export const itemsAtATime = 2_000;

/**
 * New items and what the file says of known ones. Categories and suppliers are made in the order of their
 * names, so that two who save cannot wait for each other in a circle.
 */
export async function writeItems(db: Db, items: readonly ItemToImport[], now: Date): Promise<void> {
  const withKinds = items.map((item) => ({
    ...item,
    barcodeKind: item.barcode === null ? null : barcodeKindOf(item.barcode),
  }));
  const given = sql`jsonb_to_recordset(${JSON.stringify(withKinds)}::jsonb) as r(sku text,
    description text, "unitCode" text, category text, "unitCost" numeric, supplier text,
    tracking text, barcode text, "barcodeKind" text)`;
  await sql`insert into category (name) select distinct r.category from ${given}
      where r.category is not null order by 1 on conflict (name) do nothing`.execute(db);
  await sql`insert into supplier (name) select distinct r.supplier from ${given}
      where r.supplier is not null order by 1 on conflict (name) do nothing`.execute(db);
  await sql`insert into item as i (sku, description, category_id, unit_code, tracking, unit_cost,
        created_at)
      select r.sku, r.description, c.id, coalesce(r."unitCode", k.unit_code, 'EA'),
        coalesce(r.tracking, k.tracking, 'BULK'), r."unitCost", ${now}::timestamptz
      from ${given}
      left join category c on c.name = r.category
      left join item k on k.sku = r.sku
      order by r.sku
      on conflict (sku) do update
        set description = excluded.description,
          category_id = coalesce(excluded.category_id, i.category_id),
          unit_code = excluded.unit_code, tracking = excluded.tracking,
          unit_cost = coalesce(excluded.unit_cost, i.unit_cost)
        where (i.description, i.category_id, i.unit_code, i.tracking, i.unit_cost)
          is distinct from (excluded.description, coalesce(excluded.category_id, i.category_id),
            excluded.unit_code, excluded.tracking, coalesce(excluded.unit_cost, i.unit_cost))`.execute(
    db,
  );
  await sql`insert into item_supplier (item_id, supplier_id, is_preferred)
      select i.id, s.id,
        not exists (select 1 from item_supplier o where o.item_id = i.id and o.is_preferred)
      from ${given}
      join item i on i.sku = r.sku join supplier s on s.name = r.supplier
      on conflict (item_id, supplier_id) do nothing`.execute(db);
  if (items.every(({ barcode }) => barcode === null)) return;
  await sql`insert into item_barcode (code, item_id, kind)
      select r.barcode, i.id, r."barcodeKind" from ${given} join item i on i.sku = r.sku
      where r.barcode is not null
      on conflict (code) do nothing`.execute(db);
}
