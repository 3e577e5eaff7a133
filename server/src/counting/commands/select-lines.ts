import type { EntityManager } from "@mikro-orm/postgresql";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { notFound } from "../../shared/refusal.ts";
import { selectionEnd, type LineSelectionRow } from "../domain/line-selection.ts";
import { lineIdsOf, type LineConditions } from "../queries/list-lines.ts";
import { saveSelection } from "../storage/line-selection.ts";

export interface SelectLines {
  warehouseId: number;
  sessionId: number;
  conditions: LineConditions;
  /** Lines of the count that are left out by hand. */
  exceptIds: readonly number[];
  selectedBy: string;
  now: Date;
  /** Fresh, and not to be guessed. */
  token: string;
}

/** Freezes all lines that a question finds at this moment, however many, in one statement. */
export function selectLines(em: EntityManager, input: SelectLines): Promise<LineSelectionRow> {
  const { warehouseId, sessionId, conditions, exceptIds, selectedBy, now, token } = input;
  return inTransaction(em, async ({ db }) => {
    if (!(await areLinesOf(db, input))) throw notFound("count line");
    const ids = lineIdsOf({ warehouseId, id: sessionId }, conditions, exceptIds);
    const expiresAt = selectionEnd(now);
    const made = { warehouseId, sessionId, token, selectedBy, createdAt: now, expiresAt };
    return saveSelection(db, made, ids);
  });
}

async function areLinesOf(
  db: Db,
  { warehouseId, sessionId, exceptIds }: SelectLines,
): Promise<boolean> {
  if (exceptIds.length === 0) return true;
  const row = await firstRowOf<{ known: number }>(
    db,
    sql`select count(*)::int as known from count_line l
        where l.warehouse_id = ${warehouseId} and l.session_id = ${sessionId}
          and l.id = any(${[...exceptIds]}::bigint[])`,
  );
  return row?.known === new Set(exceptIds).size;
}
