/** Where the time of an entry comes from. */
export type TimeSource = "DEVICE" | "WRITTEN";

export interface ClaimedTime {
  source: TimeSource;
  /** What the device's clock showed, or what somebody wrote on the sheet. */
  claimedAt: Date;
  /** Server's clock minus the device's, as measured by the device; null where it never was. */
  clockOffsetMs: number | null;
}

export interface InstantCounted {
  countedAt: Date;
  /** Between these the truth lies where no offset was measured; null where the time is known. */
  gap: { after: Date; until: Date } | null;
}

/**
 * The instant on the server's clock. Nothing was seen after it was received, whatever a clock says.
 * A device whose offset is unknown may be wrong in either direction, so the entry can be from any
 * instant since the session began: that is the gap in which a move makes the line uncertain.
 */
export function instantCounted(
  time: ClaimedTime,
  receivedAt: Date,
  sessionStartedAt: Date,
): InstantCounted {
  const offset = time.source === "WRITTEN" ? 0 : (time.clockOffsetMs ?? 0);
  const claimed = time.claimedAt.valueOf() + offset;
  const countedAt = new Date(Math.min(claimed, receivedAt.valueOf()));
  if (time.source === "WRITTEN" || time.clockOffsetMs !== null) return { countedAt, gap: null };
  return { countedAt, gap: { after: sessionStartedAt, until: receivedAt } };
}
