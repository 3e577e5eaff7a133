import type { RawBuilder } from "kysely";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import { feedPlaceOf } from "../../shared/feed-cursor.ts";
import { Refusal } from "../../shared/refusal.ts";
import { headOf, numberingOf, numberShown } from "../domain/feed-position.ts";
import type { SessionRow } from "../domain/rows.ts";
import { hiddenEventKinds } from "../domain/session-event.ts";
import { findPositionShown } from "./read-session-events.ts";

export type FollowedSession = Pick<
  SessionRow,
  "warehouseId" | "id" | "epoch" | "sequence" | "hiddenEvents"
>;

/**
 * The position of a cursor of this session's feed, in the numbering that it was given in; what else
 * it may be is said in a sentence.
 */
export function sessionPlaceOf(
  session: FollowedSession,
  cursor: string,
): { position: number; isBlind: boolean } {
  const place = feedPlaceOf(cursor);
  if (!place?.feed.startsWith("session:")) throw no("This is not a cursor of a count.");
  const { feed, position } = place;
  const numbering = numberingOf(session, feed);
  if (!numbering) throw no("This is a cursor of another count.");
  const { isBlind, isOfThisEpoch } = numbering;
  if (!isOfThisEpoch)
    throw no("The events of this count have begun anew since this cursor: read all lines again.");
  if (position > numberShown(headOf(session), isBlind))
    throw no("This cursor lies ahead of the count.");
  return { position, isBlind };
}

/** The sequence behind which a cursor of either numbering stands. */
export async function sequenceOfCursor(
  db: Db,
  session: FollowedSession,
  cursor: string,
): Promise<number> {
  const { position, isBlind } = sessionPlaceOf(session, cursor);
  return isBlind ? (await findPositionShown(db, session, position)).sequence : position;
}

const no = (sentence: string) => new Refusal("BAD_USER_INPUT", sentence);

/** A start and a reset change all lines with one event. */
export async function haveAllChanged(
  db: Db,
  { warehouseId, id }: Pick<FollowedSession, "warehouseId" | "id">,
  position: number,
): Promise<boolean> {
  const row = await firstRowOf(
    db,
    sql`select 1 from session_event e
        where e.warehouse_id = ${warehouseId} and e.session_id = ${id} and e.sequence > ${position}
          and e.kind in ('SESSION_STARTED', 'SESSION_RESET') limit 1`,
  );
  return row !== null;
}

/**
 * The ids of the lines with an event behind a position, each once. Whoever is blind is not told of
 * those that tell of the books. A posting, an approval and a rejection change all of their lines with
 * one event.
 */
export function changedIds(
  { warehouseId, id }: Pick<FollowedSession, "warehouseId" | "id">,
  { position, isBlind }: { position: number; isBlind: boolean },
): RawBuilder<unknown> {
  const hidden = sql.join(hiddenEventKinds.map((kind) => sql.lit(kind)));
  const told = isBlind ? sql`e.kind not in (${hidden})` : sql`true`;
  return sql`select e.line_id from session_event e
    where e.warehouse_id = ${warehouseId} and e.session_id = ${id} and e.sequence > ${position}
      and e.line_id is not null and ${told}
    union
    select p.line_id from session_event e
    join posting_line p on p.warehouse_id = e.warehouse_id
      and p.posting_id = (e.details ->> 'postingId')::bigint
    where e.warehouse_id = ${warehouseId} and e.session_id = ${id} and e.sequence > ${position}
      and e.kind in ('POSTING_MADE', 'POSTING_REVERSED') and ${!isBlind}
    union
    select a.line_id from (
      select warehouse_id, session_id, event_sequence, line_id from line_approval
      union all
      select warehouse_id, session_id, event_sequence, line_id from line_rejection
    ) a
    where a.warehouse_id = ${warehouseId} and a.session_id = ${id}
      and a.event_sequence > ${position} and ${!isBlind}`;
}
