/** How often a device tells that it is there; it is told so by the server. */
export const heartbeatMs = 10_000;
/** Three beats missed: the floor has holes in its radio. */
export const offlineAfterMs = 3 * heartbeatMs;
/** A claim outlives the beats that are missed between two shelves. */
export const claimLeaseMs = 5 * 60_000;
/** Who writes says so again as often as a device; two beats missed, and he has left. */
export const editingLeaseMs = 2 * heartbeatMs + heartbeatMs / 2;

/** Null while it is heard; else since when it is not. */
export function offlineSince(heartbeatAt: Date, now: Date): Date | null {
  return now.valueOf() - heartbeatAt.valueOf() > offlineAfterMs ? heartbeatAt : null;
}
