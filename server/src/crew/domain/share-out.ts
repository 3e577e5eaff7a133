import type { OpenPlace } from "./next-place.ts";

/**
 * Everybody gets one stretch of the walk, with about as many lines as the others: people in one aisle
 * get in each other's way. A place is never divided.
 */
export function shareOut(
  places: readonly Pick<OpenPlace, "locationId" | "walkOrder" | "lines">[],
  userIds: readonly string[],
): Map<number, string> {
  const walk = places.toSorted((a, b) => a.walkOrder - b.walkOrder || a.locationId - b.locationId);
  const all = walk.reduce((sum, { lines }) => sum + lines, 0);
  const shares = new Map<number, string>();
  let before = 0;
  for (const { locationId, lines } of walk) {
    // By the middle of the place: it belongs to the stretch that holds most of it.
    const at = Math.floor(((before + lines / 2) / all) * userIds.length);
    const userId = userIds[Math.min(at, userIds.length - 1)];
    if (userId !== undefined) shares.set(locationId, userId);
    before += lines;
  }
  return shares;
}
