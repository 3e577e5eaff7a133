import { formatDate } from "#lib/shared/text/moment.ts";

export interface Expiry {
  words: string;
  isPast: boolean;
}

/** A lot may be used on its last day, the site's day: from the next one on it is past. */
export function expiryOf(expiresOn: string, timeZone: string, now = new Date()): Expiry {
  // Sweden writes its dates as the calendar of the standard does: 2026-11-20.
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone }).format(now);
  const isPast = expiresOn < today;
  return { words: `${isPast ? "expired " : ""}${formatDate(expiresOn)}`, isPast };
}
