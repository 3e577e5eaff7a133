/** What goes along with an entry and is no entry: sent after it, and once. */
export type ParcelContent =
  /** The item that its counter took an unknown code for. */
  | { kind: "CODE"; itemId: string; code: string }
  /** What its counter saw and could not name. */
  | { kind: "PHOTO"; sessionId: string; entryId: string; mediaType: string; image: ArrayBuffer };

export interface KeptParcel {
  number: number;
  userId: string;
  state: "WAITING" | "REFUSED";
  content: ParcelContent;
}
