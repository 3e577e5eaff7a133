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

const wholeNumber = /^\d{1,15}$/u;

/** What a cursor says, of whichever feed it is; names of feeds may contain colons. */
export function feedPlaceOf(cursor: string): FeedPlace {
  const text = Buffer.from(cursor, "base64url").toString("utf8");
  const end = text.lastIndexOf(":");
  const position = text.slice(end + 1);
  if (end > 0 && wholeNumber.test(position))
    return { feed: text.slice(0, end), position: Number(position) };
  throw notOfThisFeed();
}

export function positionOf(feed: string, cursor: string): number {
  const place = feedPlaceOf(cursor);
  if (place.feed === feed) return place.position;
  throw notOfThisFeed();
}

export function notOfThisFeed(): Refusal {
  return new Refusal("BAD_USER_INPUT", "This is not a cursor of this feed.");
}
