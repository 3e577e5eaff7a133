import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { abcDefaults, type AbcLimits } from "../domain/abc-run.ts";

export async function readAbcPolicy(db: Db, warehouseId: number): Promise<AbcLimits> {
  const row = await firstRowOf<AbcLimits>(
    db,
    sql`select share_a as "shareA", share_b as "shareB", days, lift_from_moves as "liftFromMoves"
        from abc_policy where warehouse_id = ${warehouseId}`,
  );
  return row ?? abcDefaults;
}

export async function writeAbcPolicy(
  db: Db,
  { warehouseId, changedBy, now, ...limits }: AbcLimits & AbcPolicyChange,
): Promise<void> {
  const { shareA, shareB, days, liftFromMoves } = limits;
  await sql`insert into abc_policy
        (warehouse_id, share_a, share_b, days, lift_from_moves, changed_by, changed_at)
      values (${warehouseId}, ${shareA}::numeric, ${shareB}::numeric, ${days}, ${liftFromMoves},
        ${changedBy}, ${now}::timestamptz)
      on conflict (warehouse_id) do update set share_a = excluded.share_a,
        share_b = excluded.share_b, days = excluded.days,
        lift_from_moves = excluded.lift_from_moves, changed_by = excluded.changed_by,
        changed_at = excluded.changed_at`.execute(db);
}

export interface AbcPolicyChange {
  warehouseId: number;
  changedBy: string;
  now: Date;
}
