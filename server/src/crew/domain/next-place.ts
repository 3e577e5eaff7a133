/** A place with lines that nobody has visited, or that are to be counted again. */
export interface OpenPlace {
  locationId: number;
  walkOrder: number;
  lines: number;
  /** Who is there now. */
  heldBy: string | null;
  /** Whose work it is, where work was shared out. */
  assignedTo: string | null;
}

/**
 * Where a counter goes next: forward along the walk, one's own work before what is nobody's, and what
 * is another's only when nothing else is left. At the end of the walk it begins again.
 */
export function nextPlace(
  places: readonly OpenPlace[],
  userId: string,
  fromWalkOrder: number | null,
): OpenPlace | null {
  const free = places.filter(({ heldBy }) => heldBy === null || heldBy === userId);
  const claim = ({ assignedTo }: OpenPlace) =>
    assignedTo === userId ? 0 : assignedTo === null ? 1 : 2;
  const isBehind = ({ walkOrder }: OpenPlace) => walkOrder < (fromWalkOrder ?? 0);
  const sorted = free.toSorted(
    (a, b) =>
      claim(a) - claim(b) ||
      Number(isBehind(a)) - Number(isBehind(b)) ||
      a.walkOrder - b.walkOrder ||
      a.locationId - b.locationId,
  );
  return sorted[0] ?? null;
}
