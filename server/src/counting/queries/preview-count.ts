import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import { chooseQuants, type Choice } from "../storage/choose-quants.ts";

export interface CountPreview {
  lines: number;
  locations: number;
  items: number;
  pieces: number;
  /** Value on hand, as far as costs are known. */
  value: string;
  /** Lines that another running count has already. */
  countedElsewhere: number;
}

export interface PreviewedLine {
  warehouseId: number;
  quantId: number;
  itemId: number;
  locationId: number;
  because: Record<string, unknown> | null;
  isCountedElsewhere: boolean;
}

/** What a count would cover if it started now. Nothing is kept of it. */
export async function previewCount(db: Db, choice: Choice): Promise<CountPreview> {
  const row = await firstRowOf<CountPreview>(
    db,
    sql`with chosen as materialized (${chooseQuants(choice)})
        select count(*)::int as lines, count(distinct c.location_id)::int as locations,
          count(distinct c.item_id)::int as items,
          (select count(*) from serial_unit u
            where u.warehouse_id = ${choice.warehouseId}
              and u.quant_id in (select id from chosen))::int as pieces,
          coalesce(sum(c.quantity_on_hand * c.unit_cost), 0) as value,
          (count(*) filter (where ${isCountedElsewhere(choice.warehouseId)}))::int
            as "countedElsewhere"
        from chosen c`,
  );
  return row as CountPreview;
}

/** The first of them in walking order, with why each was chosen. */
export function previewLines(db: Db, choice: Choice, limit: number): Promise<PreviewedLine[]> {
  return rowsOf<PreviewedLine>(
    db,
    sql`with chosen as materialized (${chooseQuants(choice)})
        select ${choice.warehouseId}::int as "warehouseId", c.id as "quantId",
          c.item_id as "itemId", c.location_id as "locationId", c.because,
          ${isCountedElsewhere(choice.warehouseId)} as "isCountedElsewhere"
        from chosen c
        order by c.walk_order, c.location_code, c.sku, c.id limit ${limit}`,
  );
}

const isCountedElsewhere = (warehouseId: number) => sql`exists (
  select 1 from count_line o
  where o.warehouse_id = ${warehouseId} and o.is_active and o.item_id = c.item_id
    and o.location_id = c.location_id and o.lot_id is not distinct from c.lot_id
    and o.stock_status = c.status)`;
