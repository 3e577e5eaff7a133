import { compareDecimals } from "#lib/shared/text/decimal.ts";
import type { PlaceRow } from "../task/place-rows.ts";

export const reviewChips = [
  "EDITED",
  "SKIPPED",
  "ZERO",
  "EXCEPTIONS",
  "BLANK",
  "NOT_SYNCED",
] as const;
export type ReviewChip = (typeof reviewChips)[number];

export const chipWords: Record<ReviewChip, string> = {
  EDITED: "Edited",
  SKIPPED: "Skipped",
  ZERO: "Zero",
  EXCEPTIONS: "Exceptions",
  BLANK: "Blank",
  NOT_SYNCED: "Not synced",
};

/** Zero, blank and skipped are three things, and a row is at most one of them. */
export function belongsTo({ tally, line, isWaiting, isRejected }: PlaceRow, chip: ReviewChip) {
  switch (chip) {
    case "EDITED":
      return tally.kind === "COUNTED" && tally.wasEdited;
    case "SKIPPED":
      return tally.kind === "SKIPPED" || tally.kind === "NOT_ACCESSIBLE";
    case "ZERO":
      return tally.kind === "COUNTED" && compareDecimals(tally.quantity, "0") === 0;
    case "EXCEPTIONS":
      return tally.kind === "COUNTED" && (line === null || line.isFound);
    case "BLANK":
      return tally.kind === "BLANK";
    case "NOT_SYNCED":
      return isWaiting || isRejected;
  }
}

export function rowWords(row: PlaceRow): string {
  const { tally, line, rawScan } = row;
  if (row.isRejected) return "Refused by the server: see the sync centre";
  switch (tally.kind) {
    case "SKIPPED":
      return `Skipped, ${tally.reason}`;
    case "NOT_ACCESSIBLE":
      return `Out of reach, ${tally.reason}`;
    case "BLANK":
      return line?.isCountedElsewhere ? "Counted before, not by this device" : "Blank, not counted";
    case "COUNTED":
      if (rawScan !== null) return "Unlisted, a supervisor finds out";
      if (belongsTo(row, "ZERO")) return "Zero, you marked it absent";
      if (line?.isFound) return "Exception, not on the list";
      return tally.wasEdited ? "Edited" : "Counted";
  }
}
