import { rowsOf, sql, type Db } from "../../database/db.ts";
import { lineKey, type LineName } from "../domain/asked-observation.ts";
import type { SessionRow } from "../domain/rows.ts";

/** The numbers of the lines that bear these names; what nobody expected gets a line of its own. */
export async function findOrMakeLines(
  db: Db,
  session: SessionRow,
  names: readonly LineName[],
  now: Date,
): Promise<Map<string, number>> {
  if (names.length === 0) return new Map();
  const found = await findLines(db, session, names);
  const missing = names.filter((name) => !found.has(lineKey(name)));
  if (missing.length === 0) return found;
  await meetLots(db, missing);
  await makeFoundLines(db, session, missing, now);
  return findLines(db, session, names);
}

async function findLines(
  db: Db,
  { warehouseId, id }: SessionRow,
  names: readonly LineName[],
): Promise<Map<string, number>> {
  const rows = await rowsOf<LineName & { id: number }>(
    db,
    sql`select l.id, n.item_id as "itemId", n.location_id as "locationId", n.lot_code as "lotCode",
          n.status as "stockStatus"
        from ${named(names)}
        left join lot t on t.item_id = n.item_id and t.code = n.lot_code
        cross join lateral (
          select id from count_line
          where warehouse_id = ${warehouseId} and session_id = ${id} and item_id = n.item_id
            and location_id = n.location_id and lot_id is not distinct from t.id
            and stock_status = n.status
          limit 1
        ) l
        where n.lot_code is null or t.id is not null`,
  );
  return new Map(rows.map(({ id: lineId, ...name }) => [lineKey(name), lineId]));
}

const named = (names: readonly LineName[]) => sql`unnest(
  ${names.map((name) => name.itemId)}::bigint[], ${names.map((name) => name.locationId)}::bigint[],
  ${names.map((name) => name.lotCode)}::text[], ${names.map((name) => name.stockStatus)}::text[]
) with ordinality as n(item_id, location_id, lot_code, status, position)`;

/** A lot that stands on a shelf exists, whether the books know it or not. */
async function meetLots(db: Db, names: readonly LineName[]): Promise<void> {
  if (names.every(({ lotCode }) => lotCode === null)) return;
  await sql`insert into lot (item_id, code)
      select distinct n.item_id, n.lot_code from ${named(names)} where n.lot_code is not null
      order by 1, 2
      on conflict (item_id, code) do nothing`.execute(db);
}

/** Its snapshot is what the ledger held there when the session began. */
async function makeFoundLines(
  db: Db,
  session: SessionRow,
  names: readonly LineName[],
  now: Date,
): Promise<void> {
  const { warehouseId, id, ledgerPosition, linesTotal } = session;
  await sql`
    with made as (
      insert into count_line (warehouse_id, session_id, line_number, origin, item_id, location_id,
        lot_id, stock_status, quantity_snapshot, ledger_position, snapshot_at, unit_cost, currency,
        is_overlap_accepted)
      select ${warehouseId}, ${id}::bigint, ${linesTotal}::int + n.position, 'FOUND', n.item_id,
        n.location_id, t.id, n.status,
        coalesce((
          select sum(m.quantity) from quant q
          join stock_move m on m.warehouse_id = q.warehouse_id and m.quant_id = q.id
            and m.id <= ${ledgerPosition}::bigint
          where q.warehouse_id = ${warehouseId} and q.item_id = n.item_id
            and q.location_id = n.location_id and q.lot_id is not distinct from t.id
            and q.status = n.status), 0),
        ${ledgerPosition}::bigint, ${now}::timestamptz, i.unit_cost, w.currency,
        exists (
          select 1 from count_line o
          where o.warehouse_id = ${warehouseId} and o.is_active and o.item_id = n.item_id
            and o.location_id = n.location_id and o.lot_id is not distinct from t.id
            and o.stock_status = n.status)
      from ${named(names)}
      join item i on i.id = n.item_id
      join warehouse w on w.id = ${warehouseId}
      left join lot t on t.item_id = n.item_id and t.code = n.lot_code
      returning 1
    )
    update count_session set lines_total = lines_total + (select count(*) from made)
    where warehouse_id = ${warehouseId} and id = ${id}`.execute(db);
}
