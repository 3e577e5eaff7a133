import type { Db } from "../../database/db.ts";
import { feedPlaceOf, notOfThisFeed } from "../../shared/feed-cursor.ts";
import { sightOf, type Looker } from "../domain/blindness.ts";
import { headOf, numberingOf, rejectPosition, type FeedPosition } from "../domain/feed-position.ts";
import type { SessionRow } from "../domain/rows.ts";
import type { SessionKey } from "../queries/list-lines.ts";
import { loadSession } from "../queries/load-one.ts";
import { findPosition, findPositionShown } from "../queries/read-session-events.ts";
import { SessionReader } from "./session-reader.ts";
import type { SessionFollowers } from "./session-followers.ts";
import { ResyncRequired, type SessionFeedItem } from "./session-frame.ts";

export interface FollowSession {
  key: SessionKey;
  looker: Looker;
  /** Null begins where the session stands. */
  after: string | null;
  atMostEveryMs: number;
}

/**
 * What happens in a session from a cursor on, as this looker may see it. The first frame comes at
 * once, with events or without: it tells where the session stands. A cursor from which one cannot go
 * on is answered with the reason, and the feed ends.
 */
export async function followSession(
  db: Db,
  followers: SessionFollowers,
  { key, looker, after, atMostEveryMs }: FollowSession,
): Promise<AsyncIterableIterator<SessionFeedItem>> {
  const session = await loadSession(db, key.warehouseId, key.id);
  const sight = sightOf(session, looker);
  const { isBlind } = sight;
  const head = headOf(session);
  const position = after === null ? head : await positionOfCursor(db, session, after);
  if (!position) return only(new ResyncRequired("EPOCH_CHANGED"));
  const reason = rejectPosition(position, { head, eventsPruned: session.eventsPruned, isBlind });
  if (reason) return only(new ResyncRequired(reason));
  return new SessionReader(db, followers, { session, position, sight, atMostEveryMs });
}

async function positionOfCursor(
  db: Db,
  session: SessionRow,
  cursor: string,
): Promise<FeedPosition | null> {
  const place = feedPlaceOf(cursor);
  const numbering = place && numberingOf(session, place.feed);
  if (!place || !numbering) throw notOfThisFeed();
  if (!numbering.isOfThisEpoch) return null;
  return numbering.isBlind
    ? findPositionShown(db, session, place.position)
    : findPosition(db, session, place.position);
}

async function* only(item: SessionFeedItem): AsyncIterableIterator<SessionFeedItem> {
  yield await Promise.resolve(item);
}
