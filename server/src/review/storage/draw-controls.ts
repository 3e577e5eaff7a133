import type { SessionRow } from "../../counting/domain/rows.ts";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import { controlsToDraw } from "../domain/control-recounts.ts";

/**
 * Lines that match and are counted again all the same. The same seed draws the same lines, and lines
 * drawn before are not drawn again: the share is of all that match. Expects the session to be held.
 */
export async function drawControls(
  db: Db,
  { warehouseId, id, generation, options }: SessionRow,
  asked: readonly number[],
): Promise<number[]> {
  const percent = options?.controlRecountPercent ?? 0;
  if (percent === 0) return [];
  const matching = await rowsOf<{ id: number; wasDrawn: boolean }>(
    db,
    sql`select l.id, l.round > 1 as "wasDrawn"
        from count_line l
        join count_session s on s.warehouse_id = l.warehouse_id and s.id = l.session_id
        where l.warehouse_id = ${warehouseId} and l.session_id = ${id} and l.is_active
          and l.state = 'COUNTED' and l.quantity_variance = 0
          and l.id <> all(${[...asked]}::bigint[])
          and (l.round = 1 or exists (
            select from line_round r
            where r.warehouse_id = l.warehouse_id and r.line_id = l.id
              and r.generation = ${generation} and r.cause = 'CONTROL'))
        order by md5(s.control_seed || ' ' || l.id), l.id`,
  );
  return controlsToDraw(matching, percent);
}
