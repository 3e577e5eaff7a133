import { Refusal } from "./refusal.ts";

/** A place in a feed, as text that nobody is meant to read. */
export function feedCursorOf(feed: string, position: number): string {
  return Buffer.from(`${feed}:${position}`).toString("base64url");
}

const wholeNumber = /^\d{1,15}$/u;

export function positionOf(feed: string, cursor: string): number {
  const [name, position = ""] = Buffer.from(cursor, "base64url").toString("utf8").split(":");
  if (name === feed && wholeNumber.test(position)) return Number(position);
  throw new Refusal("BAD_USER_INPUT", "This is not a cursor of this feed.");
}
