import type { EntityManager } from "@mikro-orm/postgresql";
import { firstRowOf, sql } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { requireShortTexts } from "../../shared/require-short-texts.ts";
import { rejectUnit, type UnitRejectionReason } from "../domain/reject-unit.ts";
import type { UnitRow } from "../domain/rows.ts";

export type UnitOutcome = { saved: UnitRow } | { rejection: Rejection<UnitRejectionReason> };

/** Makes the unit of this code, or changes it. The lock keeps a first move in it out meanwhile. */
export async function saveUnit(em: EntityManager, input: UnitRow): Promise<UnitOutcome> {
  requireShortTexts([input.code, input.name]);
  const unit = { ...input, code: input.code.trim(), name: input.name.trim() };
  return inTransaction(em, async ({ db }) => {
    const before = await firstRowOf<UnitRow>(
      db,
      sql`select code, name, decimals from unit where code = ${unit.code} for update`,
    );
    await sql`select 1 from item where unit_code = ${unit.code} order by id for update`.execute(db);
    const moved = await firstRowOf(
      db,
      sql`select 1 from item i
          join quant q on q.item_id = i.id
          join stock_move m on m.warehouse_id = q.warehouse_id and m.quant_id = q.id
          where i.unit_code = ${unit.code} limit 1`,
    );
    const rejection = rejectUnit(unit, { before, hasMoved: moved !== null });
    if (rejection) return { rejection };
    await sql`insert into unit (code, name, decimals) values (${unit.code}, ${unit.name}, ${unit.decimals})
        on conflict (code) do update set name = excluded.name, decimals = excluded.decimals`.execute(
      db,
    );
    return { saved: unit };
  });
}
