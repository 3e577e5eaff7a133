import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { decimalText, Decimal } from "../../shared/exact-decimal.ts";
import type { AbcLimits, AbcRunRow } from "../domain/abc-run.ts";
import type { ClassifiedItem } from "../domain/classify-items.ts";

export const abcRunColumns = sql`r.warehouse_id as "warehouseId", r.id, r.made_by as "madeById",
  r.made_at as "madeAt", r.used_since as "usedSince", r.share_a as "shareA", r.share_b as "shareB",
  r.days, r.lift_from_moves as "liftFromMoves", r.item_count as "itemCount",
  r.value_used as "valueUsed", r.applied_by as "appliedById", r.applied_at as "appliedAt"`;

export interface AbcRunToSave extends AbcLimits {
  warehouseId: number;
  madeBy: string;
  now: Date;
  usedSince: Date;
}

export async function insertAbcRun(
  db: Db,
  run: AbcRunToSave,
  items: readonly ClassifiedItem[],
): Promise<number> {
  const valueUsed = items.reduce((sum, item) => sum.plus(item.valueUsed ?? 0), new Decimal(0));
  const row = await firstRowOf<{ id: number }>(
    db,
    sql`insert into abc_run (warehouse_id, made_by, made_at, used_since, share_a, share_b, days,
          lift_from_moves, item_count, value_used)
        values (${run.warehouseId}, ${run.madeBy}, ${run.now}::timestamptz,
          ${run.usedSince}::timestamptz, ${run.shareA}::numeric, ${run.shareB}::numeric, ${run.days},
          ${run.liftFromMoves}, ${items.length}, ${decimalText(valueUsed)}::numeric)
        returning id`,
  );
  return row?.id ?? 0;
}

/** So many at a time: a text of all of a large catalogue would be tens of megabytes. */
export const itemsAtATime = 5_000;

export async function insertAbcItems(
  db: Db,
  { warehouseId, runId }: { warehouseId: number; runId: number },
  items: readonly ClassifiedItem[],
): Promise<void> {
  const column = <Value>(of: (item: ClassifiedItem) => Value) => items.map(of);
  await sql`insert into abc_run_item (warehouse_id, run_id, rank, item_id, value_used, moves, share,
        share_cumulative, class_before, class_by_value, class_now)
      select ${warehouseId}, ${runId}::bigint, u.*
      from unnest(${column((item) => item.rank)}::int[], ${column((item) => item.itemId)}::bigint[],
        ${column((item) => item.valueUsed?.toFixed() ?? null)}::numeric[],
        ${column((item) => item.moves)}::int[], ${column((item) => item.share.toFixed())}::numeric[],
        ${column((item) => item.shareCumulative.toFixed())}::numeric[],
        ${column((item) => item.classBefore)}::text[],
        ${column((item) => item.classByValue)}::text[],
        ${column((item) => item.classNow)}::text[]) as u`.execute(db);
}

export function lockAbcRun(db: Db, warehouseId: number, id: number): Promise<AbcRunRow | null> {
  return firstRowOf<AbcRunRow>(
    db,
    sql`select ${abcRunColumns} from abc_run r
        where r.warehouse_id = ${warehouseId} and r.id = ${id} for no key update`,
  );
}
