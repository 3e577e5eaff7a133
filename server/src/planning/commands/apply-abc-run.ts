import type { EntityManager } from "@mikro-orm/postgresql";
import { firstRowOf, sql } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { notFound } from "../../shared/refusal.ts";
import type { AbcRunRow } from "../domain/abc-run.ts";
import { abcRunColumns, lockAbcRun } from "../storage/abc-run-row.ts";

export interface ApplyAbcRun {
  warehouseId: number;
  runId: number;
  actorId: string;
  now: Date;
}

export interface AppliedAbcRun {
  run: AbcRunRow;
  /** Items that have another class in this warehouse than before. */
  changedCount: number;
}

/** From now on the classes that the run has found hold in its warehouse; again, they still do. */
export function applyAbcRun(
  em: EntityManager,
  { warehouseId, runId, actorId, now }: ApplyAbcRun,
): Promise<AppliedAbcRun> {
  return inTransaction(em, async ({ db }) => {
    if (!(await lockAbcRun(db, warehouseId, runId))) throw notFound("abc run");
    const changed = await firstRowOf<{ count: number }>(
      db,
      sql`with changed as (
            insert into item_class as k (warehouse_id, item_id, abc_class, run_id)
            select x.warehouse_id, x.item_id, x.class_now, x.run_id
            from abc_run_item x
            join item i on i.id = x.item_id
            left join item_class b on b.warehouse_id = x.warehouse_id and b.item_id = x.item_id
            where x.warehouse_id = ${warehouseId} and x.run_id = ${runId}
              and coalesce(b.abc_class, i.abc_class) is distinct from x.class_now
            order by x.item_id
            on conflict (warehouse_id, item_id) do update
              set abc_class = excluded.abc_class, run_id = excluded.run_id
            returning 1
          )
          select count(*)::int as count from changed`,
    );
    const run = await firstRowOf<AbcRunRow>(
      db,
      sql`update abc_run r set applied_by = ${actorId}, applied_at = ${now}::timestamptz
          where r.warehouse_id = ${warehouseId} and r.id = ${runId} returning ${abcRunColumns}`,
    );
    return { run: run as AbcRunRow, changedCount: changed?.count ?? 0 };
  });
}
