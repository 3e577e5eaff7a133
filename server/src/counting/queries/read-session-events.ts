import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { FeedPosition } from "../domain/feed-position.ts";
import { hiddenEventKinds, type SessionEventRow } from "../domain/session-event.ts";
import type { SessionRow } from "../domain/rows.ts";
import type { SessionKey } from "./list-lines.ts";

export interface EventSpan {
  after: number;
  /** The last that is wanted; null reads to the end. */
  until: number | null;
  atMost: number;
}

export function readSessionEvents(
  db: Db,
  { warehouseId, id }: SessionKey,
  { after, until, atMost }: EventSpan,
): Promise<SessionEventRow[]> {
  return rowsOf<SessionEventRow>(
    db,
    sql`select e.sequence, e.kind, e.line_id as "lineId", e.actor_id as "actorId",
          e.happened_at as "happenedAt", e.details
        from session_event e
        where e.warehouse_id = ${warehouseId} and e.session_id = ${id} and e.sequence > ${after}
          and (${until}::bigint is null or e.sequence <= ${until})
        order by e.sequence limit ${atMost}`,
  );
}

const hiddenOnes = ({ warehouseId, id }: SessionKey) => sql`
  select e.sequence from session_event e
  where e.warehouse_id = ${warehouseId} and e.session_id = ${id}
    and e.kind in (${sql.join(hiddenEventKinds.map((kind) => sql.lit(kind)))})`;

type NumberedSession = SessionKey & Pick<SessionRow, "sequence" | "hiddenEvents">;

/** The position of a session's n-th event, from those behind it: the first may be pruned. */
export async function findPosition(
  db: Db,
  session: NumberedSession,
  sequence: number,
): Promise<FeedPosition> {
  const row = await firstRowOf<{ behind: number }>(
    db,
    sql`select count(*) as behind from (${hiddenOnes(session)}) e
        where e.sequence > ${sequence} and e.sequence <= ${session.sequence}`,
  );
  return { sequence, hidden: session.hiddenEvents - (row?.behind ?? 0) };
}

/** The position of the n-th of those events that are shown to the blind. */
export async function findPositionShown(
  db: Db,
  session: NumberedSession,
  shown: number,
): Promise<FeedPosition> {
  const row = await firstRowOf<{ behind: number }>(
    db,
    // The k-th hidden event from the end has, before it, its sequence less those hidden shown ones.
    sql`select count(*) as behind from (
          select e.sequence,
            ${session.hiddenEvents}::bigint + 1 - row_number() over (order by e.sequence desc) as nth
          from (${hiddenOnes(session)}) e where e.sequence <= ${session.sequence}
        ) h where h.sequence - h.nth >= ${shown}`,
  );
  const hidden = session.hiddenEvents - (row?.behind ?? 0);
  return { sequence: shown + hidden, hidden };
}
