import { beforeCommit } from "../../database/before-commit.ts";
import { sql, type Db } from "../../database/db.ts";
import type { DecisionMade } from "../domain/audit-entry.ts";

/**
 * Appends decisions to the chain of a warehouse, in their transaction and behind all its other locks:
 * the head of the chain is held for a moment only, and orders the entries by their commits.
 */
export async function appendAudit(
  db: Db,
  warehouseId: number,
  decisions: readonly DecisionMade[],
): Promise<void> {
  if (decisions.length === 0) return;
  const entries = decisions.map(({ kind, actorId, now, sessionId, details }) => ({
    ...{ kind, actor: actorId, at: now, session: sessionId, details },
  }));
  await beforeCommit(db, "AUDIT", async () => {
    await sql`select append_audit(${warehouseId}::int, ${JSON.stringify(entries)}::jsonb)`.execute(
      db,
    );
  });
}
