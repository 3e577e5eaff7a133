import { feedCursorOf } from "../../shared/feed-cursor.ts";
import { sessionFeedName } from "./session-feed.ts";

/**
 * A place among a session's events, and how many of those before it are kept from the blind. To
 * them the events have numbers of their own, without a hole where one was left out.
 */
export interface FeedPosition {
  sequence: number;
  hidden: number;
}

export function numberShown({ sequence, hidden }: FeedPosition, isBlind: boolean): number {
  return isBlind ? sequence - hidden : sequence;
}

export function headOf(session: { sequence: number; hiddenEvents: number }): FeedPosition {
  return { sequence: session.sequence, hidden: session.hiddenEvents };
}

export const resyncReasons = ["EPOCH_CHANGED", "SEQUENCE_PRUNED", "TOO_FAR_BEHIND"] as const;
export type ResyncReason = (typeof resyncReasons)[number];

/** More is read faster as a snapshot. */
export const eventsAtMostBehind = 10_000;

interface NumberedSession {
  warehouseId: number;
  id: number;
  epoch: string;
}

const blindSuffix = ":blind";

function feedNameFor(session: NumberedSession, isBlind: boolean): string {
  return sessionFeedName(session) + (isBlind ? blindSuffix : "");
}

export function cursorAt(
  session: NumberedSession,
  position: FeedPosition,
  isBlind: boolean,
): string {
  return feedCursorOf(feedNameFor(session, isBlind), numberShown(position, isBlind));
}

/** Which of the two numberings a cursor's feed has; null where it is another session's. */
export function numberingOf(
  session: NumberedSession,
  feed: string,
): { isBlind: boolean; isOfThisEpoch: boolean } | null {
  const ofAnyEpoch = `session:${session.warehouseId}:${session.id}:`;
  if (!feed.startsWith(ofAnyEpoch)) return null;
  const isBlind = feed.endsWith(blindSuffix);
  return { isBlind, isOfThisEpoch: feed === feedNameFor(session, isBlind) };
}

/** Why one cannot go on from a position; null where one can. */
export function rejectPosition(
  position: FeedPosition,
  { head, eventsPruned, isBlind }: { head: FeedPosition; eventsPruned: number; isBlind: boolean },
): ResyncReason | null {
  // Ahead of what there is: history was put back, whatever the epoch says.
  if (position.sequence > head.sequence) return "EPOCH_CHANGED";
  if (position.sequence < eventsPruned) return "SEQUENCE_PRUNED";
  return isTooFarBehind(position, head, isBlind) ? "TOO_FAR_BEHIND" : null;
}

export function isTooFarBehind(
  position: FeedPosition,
  head: FeedPosition,
  isBlind: boolean,
): boolean {
  return numberShown(head, isBlind) - numberShown(position, isBlind) > eventsAtMostBehind;
}
