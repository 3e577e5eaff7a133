import { closeCountSession } from "../src/counting/commands/close-count-session.ts";
import type { SessionRow } from "../src/counting/domain/rows.ts";
import { rowsOf, sql } from "../src/database/db.ts";
import { at } from "./counted-warehouse.ts";
import type { PostingFloor } from "./posting-floor.ts";
import { silentDoorbell } from "./silent-doorbell.ts";

/** So many new items, 5 of each in a place of its own, at a cost of 2; answers with their ids. */
export async function stockManyItems(floor: PostingFloor, count: number): Promise<number[]> {
  const { warehouseId } = floor.warehouse.stocked;
  const { ownerDb } = floor.database;
  const items = await rowsOf<{ id: number }>(
    ownerDb,
    sql`insert into item (sku, description, unit_code, tracking, unit_cost, created_at)
        select 'MANY-' || (select count(*) from item) + n, 'One of many', 'EA', 'BULK', 2, now()
        from generate_series(1, ${count}::int) n
        returning id`,
  );
  const ids = items.map(({ id }) => id);
  await sql`insert into location (warehouse_id, id, path, code, name, kind)
      overriding system value
      select ${warehouseId}, n.id, '/' || n.id || '/', 'M' || n.id, 'Place', 'STORAGE'
      from (select nextval(pg_get_serial_sequence('location', 'id')) as id
        from generate_series(1, ${count}::int)) n`.execute(ownerDb);
  await sql`select append_stock_moves(${warehouseId}::int, 'ines', ${at(-30)}::timestamptz,
      array_agg(row(i.id, p.id, null, 'AVAILABLE', 'RECEIPT', 5,
        ${at(-30)}::timestamptz, 'opening ' || i.id, 0, '', null, null, '{}')::stock_move_entry))
      from unnest(${ids}::bigint[]) with ordinality i(id, position)
      join (select id, row_number() over (order by id desc) as position from location
        where warehouse_id = ${warehouseId}) p using (position)`.execute(ownerDb);
  return ids;
}

/** A count of so many lines, handed in, in which everything is missing. */
export async function countOfNothing(floor: PostingFloor, lines: number): Promise<SessionRow> {
  await stockManyItems(floor, lines);
  const session = await floor.warehouse.openCount();
  await closeCountSession(floor.database.orm.em, silentDoorbell, {
    ...{ warehouseId: session.warehouseId, sessionId: session.id, actorId: "ines", now: at(50) },
    notVisited: "COUNT_AS_ZERO",
  });
  return session;
}
