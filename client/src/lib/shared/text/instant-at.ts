/**
 * The instant of a wall clock ("2026-11-20T10:02") in a time zone. Of an hour that the clock shows
 * twice, the first; an hour that it leaves out is read as if it had not been put forward.
 */
export function instantAt(wallClock: string, timeZone: string): Date {
  const asUtc = Date.parse(`${wallClock}Z`);
  const dayMs = 86_400_000;
  // The zone has at most two offsets around a change: the one before it is the first to be tried.
  const before = asUtc - offsetMs(asUtc - dayMs, timeZone);
  const after = asUtc - offsetMs(asUtc + dayMs, timeZone);
  const isBefore = before + offsetMs(before, timeZone) === asUtc;
  const isAfter = after + offsetMs(after, timeZone) === asUtc;
  return new Date(isAfter && !isBefore ? after : before);
}

function offsetMs(instantMs: number, timeZone: string): number {
  const written = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(instantMs);
  return Date.parse(`${written.replace(" ", "T")}Z`) - Math.floor(instantMs / 1_000) * 1_000;
}
