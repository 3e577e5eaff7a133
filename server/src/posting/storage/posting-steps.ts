import type { Db } from "../../database/db.ts";
import type { PostingRow } from "../domain/rows.ts";

/** The places of a posting, in their order. At each of them it can still be stopped, and leaves nothing. */
export const postingSteps = [
  "LEDGER_HELD",
  "COUNT_HELD",
  "CHECKED",
  "LINES_SAVED",
  "STOCK_ADJUSTED",
  "STATE_SAVED",
] as const;
export type PostingStep = (typeof postingSteps)[number];

/** Who is told how far a posting is. What it throws rolls the posting back. */
export interface PostingFollower {
  reached(step: PostingStep, linesDone: number): Promise<void>;
  /** In the transaction, as the last word before its commit. */
  complete(db: Db, posting: PostingRow): Promise<void>;
}

export const nobodyFollows: PostingFollower = {
  reached: () => Promise.resolve(),
  complete: () => Promise.resolve(),
};
