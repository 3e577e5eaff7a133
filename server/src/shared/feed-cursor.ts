import { Refusal } from "./refusal.ts";

/** A place in a feed. */
export interface FeedPlace {
  feed: string;
  position: number;
}

/** A place in a feed, as text that nobody is meant to read. */
export function feedCursorOf(feed: string, position: number): string {
  return Buffer.from(`${feed}:${position}`).toString("base64url");
}

const place = /^(.*):(\d{1,15})$/su;

/** Null for what was never a cursor of ours. The position stands last: a feed's name may have parts. */
export function feedPlaceOf(cursor: string): FeedPlace | null {
  const [, feed, position] = place.exec(Buffer.from(cursor, "base64url").toString("utf8")) ?? [];
  return feed === undefined ? null : { feed, position: Number(position) };
}

export function positionOf(feed: string, cursor: string): number {
  const found = feedPlaceOf(cursor);
  if (found?.feed === feed) return found.position;
  throw notOfThisFeed();
}

export function notOfThisFeed(): Refusal {
  return new Refusal("BAD_USER_INPUT", "This is not a cursor of this feed.");
}
