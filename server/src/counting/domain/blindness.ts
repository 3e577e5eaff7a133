import type { SessionStatus } from "./words.ts";

/** Who looks, as far as blindness depends on it. */
export interface Looker {
  seesExpected: boolean;
}

/**
 * What the books say of a blind count is for those alone who may see expected quantities; in a count
 * that is not blind its counters see it too.
 */
export function isBlindFor(session: { isBlind: boolean }, { seesExpected }: Looker): boolean {
  return session.isBlind && !seesExpected;
}

/** How much of a line somebody is shown. */
export interface Sight {
  /** Nothing of what the books say. */
  isBlind: boolean;
  /** Also what was found in the rounds before the latest; whoever counts again must not know. */
  seesRounds: boolean;
}

export function sightOf(session: { isBlind: boolean }, looker: Looker): Sight {
  return { isBlind: isBlindFor(session, looker), seesRounds: looker.seesExpected };
}

/**
 * A count that is complete at once had no variance, and one that stays open once it was closed, where
 * no approval is asked for, had one: to whoever is blind, all that comes after the handing in looks
 * alike, and so does all that comes before.
 */
export function statusShown(
  { status, isSubmitted }: { status: SessionStatus; isSubmitted: boolean },
  isBlind: boolean,
): SessionStatus {
  const tells = status === "PARTIAL" || status === "POSTED" || status === "OPEN";
  if (!isBlind || !tells) return status;
  return isSubmitted ? "PENDING_APPROVAL" : "OPEN";
}
