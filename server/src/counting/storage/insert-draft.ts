import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { CountScope } from "../domain/count-scope.ts";
import type { CountType } from "../domain/words.ts";
import type { SessionRow } from "../domain/rows.ts";
import { sessionColumns } from "./session-row.ts";

export interface Draft {
  warehouseId: number;
  title: string;
  countType: CountType;
  scope: CountScope;
  isBlind: boolean;
  deadlineAt: Date | null;
  notes: string | null;
  reference: string | null;
  template: { id: number; name: string } | null;
  createdBy: string;
  now: Date;
}

/** The warehouse's row is held while the next number is taken, so that none is given twice. */
export async function insertDraft(db: Db, draft: Draft): Promise<SessionRow> {
  const { warehouseId } = draft;
  await sql`select 1 from warehouse where id = ${warehouseId} for no key update`.execute(db);
  const row = await firstRowOf<SessionRow>(
    db,
    sql`insert into count_session as s (warehouse_id, number, title, status, count_type, scope,
          is_blind, deadline_at, notes, reference, template_id, template_name, created_by, created_at)
        values (${warehouseId},
          (select coalesce(max(number), 0) + 1 from count_session
            where warehouse_id = ${warehouseId}),
          ${draft.title}, 'DRAFT', ${draft.countType}, ${JSON.stringify(draft.scope)}::jsonb,
          ${draft.isBlind}, ${draft.deadlineAt}::timestamptz, ${draft.notes}, ${draft.reference},
          ${draft.template?.id ?? null}, ${draft.template?.name ?? null}, ${draft.createdBy},
          ${draft.now}::timestamptz)
        returning ${sessionColumns}`,
  );
  return row as SessionRow;
}
