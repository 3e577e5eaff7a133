import type { RawBuilder } from "kysely";
import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import { holdOf, isAnythingHeld } from "../../restrictions/storage/restrictions-over.ts";
import type { Choice } from "../domain/choice.ts";
import { chooseQuants, holdersOf, isHeld } from "../storage/choose-quants.ts";

/** How much there is to count. */
export interface PreviewedWork {
  lines: number;
  locations: number;
  items: number;
  pieces: number;
  /** Value on hand, as far as costs are known. */
  value: string;
}

export interface CountPreview extends PreviewedWork {
  /** The same without what another running count has already. */
  free: PreviewedWork;
  /** Lines that another running count has already. */
  countedElsewhere: number;
  /** Lines of which no cost is known. */
  withoutCost: number;
  /** Lines that may be counted, and not posted. */
  onHold: number;
  /** By the running count that has them, the most lines first. */
  holders: { sessionId: number; lines: number }[];
}

export interface PreviewedLine {
  warehouseId: number;
  quantId: number;
  itemId: number;
  locationId: number;
  because: Record<string, unknown> | null;
  /** The running session that counts it already. */
  heldBySessionId: number | null;
}

/** Whether a candidate `c` may be counted and not posted. */
const isOnHold = (warehouseId: number) => {
  const [itemId, lotId, location] = [sql`c.item_id`, sql`c.lot_id`, sql`c`];
  const stock = { warehouseId: sql`${warehouseId}::int`, itemId, lotId, location };
  return sql`(${isAnythingHeld(warehouseId)} and ${holdOf(stock)} is not null)`;
};

/** What a count would cover if it started now. Nothing is kept of it. */
export async function previewCount(db: Db, choice: Choice): Promise<CountPreview> {
  const row = await firstRowOf<Omit<CountPreview, "free"> & FreeColumns>(
    db,
    sql`with asked as materialized (${chooseQuants(choice)}),
        chosen as materialized (
          select c.*, ${isHeld(choice.warehouseId)} as is_held from asked c
        )
        select count(*)::int as lines, count(distinct c.location_id)::int as locations,
          count(distinct c.item_id)::int as items,
          ${piecesOf(choice, sql`true`)} as pieces,
          coalesce(sum(c.quantity_on_hand * c.unit_cost), 0) as value,
          (count(*) filter (where c.is_held))::int as "countedElsewhere",
          (count(distinct c.location_id) filter (where not c.is_held))::int as "freeLocations",
          (count(distinct c.item_id) filter (where not c.is_held))::int as "freeItems",
          ${piecesOf(choice, sql`not is_held`)} as "freePieces",
          coalesce(sum(c.quantity_on_hand * c.unit_cost) filter (where not c.is_held), 0)
            as "freeValue",
          (count(*) filter (where c.unit_cost is null))::int as "withoutCost",
          (count(*) filter (where ${isOnHold(choice.warehouseId)}))::int as "onHold",
          (select coalesce(json_agg(h order by h.lines desc, h."sessionId"), '[]')
            from (
              select s.id as "sessionId", count(*)::int as lines from chosen c
              cross join lateral (select min(o.session_id) as id
                from ${holdersOf(choice.warehouseId)}) s
              where s.id is not null group by 1) h) as holders
        from chosen c`,
  );
  if (!row) throw new Error("Sums were not told.");
  const { freeLocations, freeItems, freePieces, freeValue, ...all } = row;
  const free = { lines: all.lines - all.countedElsewhere, locations: freeLocations };
  return { ...all, free: { ...free, items: freeItems, pieces: freePieces, value: freeValue } };
}

interface FreeColumns {
  freeLocations: number;
  freeItems: number;
  freePieces: number;
  freeValue: string;
}

const piecesOf = ({ warehouseId }: Choice, which: RawBuilder<unknown>) =>
  sql`(select count(*) from serial_unit u
    where u.warehouse_id = ${warehouseId}
      and u.quant_id in (select id from chosen where ${which}))::int`;

/** The first of them in walking order, with why each was chosen. */
export function previewLines(db: Db, choice: Choice, limit: number): Promise<PreviewedLine[]> {
  return rowsOf<PreviewedLine>(
    db,
    sql`with chosen as materialized (${chooseQuants(choice)})
        select ${choice.warehouseId}::int as "warehouseId", c.id as "quantId",
          c.item_id as "itemId", c.location_id as "locationId", c.because,
          (select min(o.session_id) from ${holdersOf(choice.warehouseId)}) as "heldBySessionId"
        from chosen c
        order by c.walk_order, c.location_code, c.sku, c.id limit ${limit}`,
  );
}
