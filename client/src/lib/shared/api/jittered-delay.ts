const longestMs = 8_000;
const firstMs = 250;

/**
 * How long to wait before a new try: full jitter, so that a hall of clients that lost one server
 * does not come back in step.
 */
export function jitteredDelayMs(triesBefore: number, random: () => number = Math.random): number {
  return random() * Math.min(longestMs, firstMs * 2 ** triesBefore);
}
