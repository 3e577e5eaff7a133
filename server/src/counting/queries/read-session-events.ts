import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { FeedPosition } from "../domain/feed-position.ts";
import { hiddenEventKinds, type SessionEventRow } from "../domain/session-event.ts";
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

/** The position of a session's n-th event. */
export async function findPosition(
  db: Db,
  session: SessionKey,
  sequence: number,
): Promise<FeedPosition> {
  const row = await firstRowOf<{ hidden: number }>(
    db,
    sql`select s.hidden_events_pruned
          + (select count(*) from (${hiddenOnes(session)}) e where e.sequence <= ${sequence})
          as hidden
        from count_session s
        where s.warehouse_id = ${session.warehouseId} and s.id = ${session.id}`,
  );
  return { sequence, hidden: row?.hidden ?? 0 };
}

/** The position of the n-th of those events that are shown to the blind. */
export async function findPositionShown(
  db: Db,
  session: SessionKey,
  shown: number,
): Promise<FeedPosition> {
  const row = await firstRowOf<{ hidden: number }>(
    db,
    // Before the k-th hidden event stand its sequence less k shown ones.
    sql`select s.hidden_events_pruned + (
          select count(*) from (
            select e.sequence, row_number() over (order by e.sequence) as nth
            from (${hiddenOnes(session)}) e
          ) h where h.sequence - h.nth - s.hidden_events_pruned < ${shown}
        ) as hidden
        from count_session s
        where s.warehouse_id = ${session.warehouseId} and s.id = ${session.id}`,
  );
  const hidden = row?.hidden ?? 0;
  return { sequence: shown + hidden, hidden };
}
