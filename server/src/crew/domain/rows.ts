import type { ClaimPurpose } from "./decide-claim.ts";

/** A counter's device in a count, as it told last. */
export interface PresenceRow {
  userId: string;
  deviceId: string;
  deviceName: string;
  unsentCount: number;
  lastScanAt: Date | null;
  heartbeatAt: Date;
  excludedAt: Date | null;
  excludedReason: string | null;
}

export interface ClaimRow {
  locationId: number;
  userId: string;
  deviceId: string | null;
  purpose: ClaimPurpose;
  claimedAt: Date;
  expiresAt: Date;
}

export type EditedPart = "FOUND" | "INVESTIGATION";

/** Somebody writes into a line at this moment. */
export interface EditingRow {
  userId: string;
  lineId: number;
  part: EditedPart;
}
