import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { LineName } from "../domain/asked-observation.ts";
import type { SessionRow } from "../domain/rows.ts";
import {
  countedLineColumns,
  countedLineOf,
  type CountedLine,
  type CountedLineRow,
} from "./counted-line.ts";
import { lineOf } from "./line-of.ts";
import { idsOfNamed, named } from "./named-lines.ts";

/** What nobody expected gets a line of its own. Expects that none of these names has one. */
export async function makeLines(
  db: Db,
  session: SessionRow,
  names: readonly LineName[],
  now: Date,
): Promise<CountedLine[]> {
  if (names.length === 0) return [];
  await meetLots(db, names);
  await makeFoundLines(db, session, names, now);
  const made = await rowsOf<CountedLineRow>(
    db,
    sql`select ${countedLineColumns}
        from (${idsOfNamed(session.warehouseId, session.id, names)}) k
        cross join lateral ${lineOf(sql`${session.warehouseId}::int`, sql`k.id`)} l
        left join lot t on t.id = l.lot_id`,
  );
  return made.map((line) => countedLineOf(line, []));
}

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
