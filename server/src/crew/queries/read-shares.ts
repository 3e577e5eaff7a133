import { rowsOf, sql, type Db } from "../../database/db.ts";

export interface WorkShareRow {
  userId: string;
  locations: number;
  lines: number;
  notVisited: number;
}

/** How the places were shared out, and how far everybody is. */
export function readShares(
  db: Db,
  { warehouseId, id }: { warehouseId: number; id: number },
): Promise<WorkShareRow[]> {
  return rowsOf<WorkShareRow>(
    db,
    sql`select s.user_id as "userId", count(distinct s.location_id)::int as locations,
          count(l.id)::int as lines,
          count(l.id) filter (where l.state = 'NOT_VISITED')::int as "notVisited"
        from location_share s
        left join count_line l on l.warehouse_id = s.warehouse_id
          and l.session_id = s.session_id and l.location_id = s.location_id
        where s.warehouse_id = ${warehouseId} and s.session_id = ${id}
        group by s.user_id order by s.user_id`,
  );
}
