/** How strictly stock in a place is kept where it is. */
export const closeOffModes = ["DENY", "WARN", "FLAG"] as const;
export type CloseOffMode = (typeof closeOffModes)[number];

export interface CloseOffRow {
  warehouseId: number;
  id: number;
  locationId: number;
  mode: CloseOffMode;
  sessionId: number | null;
  ownerId: string;
  reason: string;
  madeAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
  endedById: string | null;
}

export interface CloseOffStepRow {
  kind: "MADE" | "EXTENDED" | "ENDED";
  actorId: string;
  happenedAt: Date;
  expiresAt: Date | null;
  reason: string | null;
}

/** A move that was made inside a closed place all the same. */
export interface CloseOffMoveRow {
  closeOffId: number;
  moveId: number;
  overrideReason: string | null;
}

export function isOver({ endedAt, expiresAt }: CloseOffRow, now: Date): boolean {
  return endedAt !== null || expiresAt <= now;
}
