import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { OpenPlace } from "../domain/next-place.ts";

/** Places with lines that nobody has visited, who is there and whose work it is. */
export function readOpenPlaces(
  db: Db,
  { warehouseId, id }: { warehouseId: number; id: number },
  now: Date,
): Promise<OpenPlace[]> {
  return rowsOf<OpenPlace>(
    db,
    sql`select l.location_id as "locationId", p.walk_order as "walkOrder", l.lines,
          c.user_id as "heldBy", s.user_id as "assignedTo"
        from (
          select location_id, count(*)::int as lines from count_line
          where warehouse_id = ${warehouseId} and session_id = ${id} and state = 'NOT_VISITED'
          group by location_id
        ) l
        join location p on p.warehouse_id = ${warehouseId} and p.id = l.location_id
        left join location_claim c on c.warehouse_id = ${warehouseId} and c.session_id = ${id}
          and c.location_id = l.location_id and c.purpose = 'COUNT' and c.expires_at > ${now}
        left join location_share s on s.warehouse_id = ${warehouseId} and s.session_id = ${id}
          and s.location_id = l.location_id`,
  );
}

/** Whose work each place is from now on; places that are not named keep what they had. */
export async function saveShares(
  db: Db,
  { warehouseId, id }: { warehouseId: number; id: number },
  shares: ReadonlyMap<number, string>,
): Promise<void> {
  await sql`insert into location_share (warehouse_id, session_id, location_id, user_id)
      select ${warehouseId}, ${id}, s.location_id, s.user_id
      from unnest(${[...shares.keys()]}::bigint[], ${[...shares.values()]}::text[])
        as s(location_id, user_id)
      on conflict (warehouse_id, session_id, location_id) do update
      set user_id = excluded.user_id`.execute(db);
}

export async function readAssigneeIds(
  db: Db,
  { warehouseId, id }: { warehouseId: number; id: number },
): Promise<string[]> {
  const rows = await rowsOf<{ userId: string }>(
    db,
    sql`select user_id as "userId" from count_session_assignee
        where warehouse_id = ${warehouseId} and session_id = ${id} order by user_id`,
  );
  return rows.map(({ userId }) => userId);
}
