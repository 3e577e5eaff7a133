import type { SessionRow } from "../../counting/domain/rows.ts";
import { openRounds, type RoundToOpen } from "../../counting/storage/open-rounds.ts";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import { drawControls } from "./draw-controls.ts";
import { isOutOfTolerance } from "./out-of-tolerance.ts";

const reason = "When the count was handed in";

/**
 * Where the option says so, what is out of tolerance or was found otherwise by each of its rounds is
 * asked for again as the count is handed in, with some of what matches among it. Nobody counting can
 * tell them apart: they are asked for in the order of the walk and with the same words. Expects the
 * session to be held.
 */
export async function recountAtHandIn(
  db: Db,
  session: SessionRow,
  { actorId, now }: { actorId: string; now: Date },
): Promise<void> {
  if (!session.options?.recountAtHandIn || session.options.recountsAtMost === 0) return;
  const out = await readLinesInDoubt(db, session);
  const controls = await drawControls(
    db,
    session,
    out.map(({ lineId }) => lineId),
  );
  const drawn = controls.map((lineId) => ({ lineId, cause: "CONTROL" as const, assigneeId: null }));
  await openRounds(db, session, await inWalk(db, session, [...out, ...drawn]), {
    ...{ actorId, reason, now },
  });
}

function readLinesInDoubt(db: Db, { warehouseId, id }: SessionRow): Promise<RoundToOpen[]> {
  return rowsOf<RoundToOpen>(
    db,
    sql`select l.id as "lineId", null as "assigneeId",
          case when l.round = 1 then 'OUT_OF_TOLERANCE' else 'DISAGREEMENT' end as cause
        from count_line l
        where l.warehouse_id = ${warehouseId} and l.session_id = ${id} and l.is_active
          and l.state = 'COUNTED'
          and (l.recount = 'DISAGREED' or (l.round = 1 and ${isOutOfTolerance}))`,
  );
}

/** As if all had been asked for alike. */
export async function inWalk(
  db: Db,
  { warehouseId }: SessionRow,
  rounds: readonly RoundToOpen[],
): Promise<RoundToOpen[]> {
  const byLine = new Map(rounds.map((round) => [round.lineId, round]));
  const inOrder = await rowsOf<{ id: number }>(
    db,
    sql`select id from count_line
        where warehouse_id = ${warehouseId} and id = any(${[...byLine.keys()]}::bigint[])
        order by line_number, id`,
  );
  return inOrder.flatMap(({ id }) => byLine.get(id) ?? []);
}
