/** What one person should know: told to him alone. */
export const ownNoticeKinds = ["RECOUNT_ASKED"] as const;
export type OwnNoticeKind = (typeof ownNoticeKinds)[number];

export interface OwnNotice {
  userId: string;
  kind: OwnNoticeKind;
  sessionId: number;
  /** How many lines it is about. */
  lineCount: number;
}

export interface OwnNoticeRow extends OwnNotice {
  warehouseId: number;
  sequence: number;
  happenedAt: Date;
}
