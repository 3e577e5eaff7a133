/** How many tries a bucket (an account, an address) has before it must wait. */
export interface TryLimit {
  tries: number;
  windowMs: number;
}

const quarterHourMs = 15 * 60 * 1000;

export const signInLimits = {
  account: { tries: 10, windowMs: quarterHourMs },
  address: { tries: 100, windowMs: quarterHourMs },
  keyAddress: { tries: 20, windowMs: quarterHourMs },
} satisfies Record<string, TryLimit>;

/**
 * Decides on a try from the instants of all tries in the window, this one among them. Null lets it
 * through; otherwise the seconds to wait until the oldest try leaves the window.
 */
export function secondsToWait(limit: TryLimit, triesAt: readonly Date[], now: Date): number | null {
  const counted = triesAt
    .map((at) => at.valueOf())
    .filter((at) => at > now.valueOf() - limit.windowMs)
    .sort((a, b) => a - b);
  if (counted.length <= limit.tries) return null;
  const oldest = counted[counted.length - limit.tries - 1] ?? now.valueOf();
  return Math.max(1, Math.ceil((oldest + limit.windowMs - now.valueOf()) / 1000));
}
