import type { PostingKind, PostingQuestion } from "./words.ts";

/** What the reads of postings return: columns under the names the API uses. */
export interface PostingRow {
  warehouseId: number;
  id: number;
  sessionId: number;
  kind: PostingKind;
  postedAt: Date;
  postedById: string;
  reason: string | null;
  accepted: PostingQuestion[];
  reversesId: number | null;
  lineCount: number;
  adjustedCount: number;
  digest: string;
}

export interface PostingLineRow {
  warehouseId: number;
  postingId: number;
  lineId: number;
  quantityCounted: string;
  quantityExpected: string;
  quantityDelta: string;
  unitCost: string | null;
  currency: string;
  valueDelta: string | null;
  countedAt: Date;
  reversedById: number | null;
}
