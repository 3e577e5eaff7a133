import type { RawBuilder } from "kysely";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import type { SessionRow } from "../domain/rows.ts";
import { expectationOf } from "./expectation.ts";
import type { Reevaluation } from "./save-reevaluation.ts";
import { saveSettled } from "./save-settled.ts";
import { readSettled, reevaluateRounds } from "./settle-lines.ts";

type Reevaluated = Reevaluation["reevaluated"][number];

/**
 * Counted lines with the ledger's word on their instant as it is now. `reached` says where they come
 * from, as count_line `l`; `isOther` of which a new word is written, by its expectation `e`. Of lines
 * that were counted again each round is asked for itself, and another may stand then.
 */
export async function reevaluateLines(
  db: Db,
  session: SessionRow,
  reached: RawBuilder<unknown>,
  isOther: RawBuilder<unknown>,
): Promise<Reevaluated[]> {
  const ofOneRound = await reevaluateOneRound(db, reached, isOther);
  if (session.linesRecounted === 0) return ofOneRound;
  const recounted = await rowsOf<{ id: number }>(
    db,
    sql`select distinct l.id from ${reached} where l.round > 1`,
  );
  const ids = recounted.map(({ id }) => id);
  const changed = await reevaluateRounds(db, session, ids);
  if (changed.length === 0) return ofOneRound;
  const settled = await readSettled(db, session, changed);
  const changes = await saveSettled(db, session, settled, { isHidden: true });
  // The session's figures are moved already.
  const told = changes.map((line) => ({ ...line, wasDifferent: line.isDifferent }));
  return [...ofOneRound, ...told];
}

function reevaluateOneRound(
  db: Db,
  reached: RawBuilder<unknown>,
  isOther: RawBuilder<unknown>,
): Promise<Reevaluated[]> {
  const expectation = expectationOf({
    first: sql`l.window_first_at`,
    last: sql`l.window_last_at`,
    gapAfter: sql`l.gap_after`,
    gapUntil: sql`l.gap_until`,
  });
  return rowsOf(
    db,
    sql`with reached as (
          select l.warehouse_id, l.id, l.quantity_variance <> 0 as was_different,
            e.quantity, e.is_moved, e.is_uncertain
          from ${reached}
          cross join lateral ${expectation} e
          where l.state = 'COUNTED' and l.round = 1 and ${isOther}
        )
        update count_line l
        set quantity_expected = r.quantity,
          quantity_variance = l.quantity_counted - r.quantity,
          value_variance = (l.quantity_counted - r.quantity) * l.unit_cost,
          is_moved_during_count = r.is_moved, is_time_uncertain = r.is_uncertain,
          version = l.version + 1, reevaluations = l.reevaluations + 1
        from reached r
        where l.warehouse_id = r.warehouse_id and l.id = r.id
        returning l.id, r.was_different as "wasDifferent",
          l.quantity_variance <> 0 as "isDifferent"`,
  );
}
