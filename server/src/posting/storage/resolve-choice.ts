import { linesOfSelection } from "../../counting/storage/line-selection.ts";
import type { SelectionRejectionReason } from "../../counting/domain/line-selection.ts";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { notFound } from "../../shared/refusal.ts";
import type { Rejection } from "../../shared/rejection.ts";
import type { LineChoice } from "../domain/choice.ts";

export interface ChoiceUse {
  warehouseId: number;
  sessionId: number;
  actorId: string;
  now: Date;
}

/** The ids of the lines that are meant; null for all of the count. */
export async function resolveChoice(
  db: Db,
  choice: LineChoice,
  use: ChoiceUse,
): Promise<{ lineIds: number[] | null } | { rejection: Rejection<SelectionRejectionReason> }> {
  if (choice.kind === "ALL") return { lineIds: null };
  if (choice.kind === "SELECTION") return linesOfSelection(db, { ...use, token: choice.token });
  const lineIds = [...new Set(choice.lineIds)];
  const known = await firstRowOf<{ lines: number }>(
    db,
    sql`select count(*)::int as lines from count_line l
        where l.warehouse_id = ${use.warehouseId} and l.session_id = ${use.sessionId}
          and l.id = any(${lineIds}::bigint[])`,
  );
  if (known?.lines !== lineIds.length) throw notFound("count line");
  return { lineIds };
}
