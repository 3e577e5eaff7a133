/** What somebody in charge should know though nobody is looking. */
export const noticeKinds = ["ENTRIES_QUARANTINED", "LATE_MOVE", "APPROVAL_LOST"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export interface NoticeToRaise {
  kind: NoticeKind;
  sessionId: number;
  /** How many entries, or lines. */
  count: number;
  /** Whose doing it was; null where it was the ledger's. */
  actorId: string | null;
  /** Whom it concerns before all others. */
  recipientId?: string | null;
}

export interface NoticeRow extends NoticeToRaise {
  warehouseId: number;
  sequence: number;
  happenedAt: Date;
}

/** What rings when there is something to know. */
export function noticeTopic(warehouseId: number): string {
  return `notices:${warehouseId}`;
}
