import { rowsOf, sql, type Db } from "../../database/db.ts";

export interface ReasonUse {
  code: string;
  /** Lines of which it is the last word. */
  lines: number;
  lastAt: Date;
}

/** How often each reason was found, in the warehouses that are seen; null sees them all. */
export function readReasonUse(
  db: Db,
  visibleIds: ReadonlySet<number> | null,
): Promise<ReasonUse[]> {
  const visible = visibleIds ? sql`and v.warehouse_id = any(${[...visibleIds]}::int[])` : sql``;
  return rowsOf<ReasonUse>(
    db,
    sql`select v.reason_code as code, count(*)::int as lines, max(v.recorded_at) as "lastAt"
        from investigation v
        where v.reason_code is not null ${visible} and not exists (
          select from investigation n where n.warehouse_id = v.warehouse_id
            and n.line_id = v.line_id and n.revision > v.revision)
        group by v.reason_code`,
  );
}
