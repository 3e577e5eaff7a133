import { compareDecimals } from "#lib/shared/text/decimal.ts";
import { tagsKey } from "../entries/line-key.ts";
import { words } from "#lib/shared/language/words.ts";
import type { PlaceRow } from "../task/place-rows.ts";
import { reasonInWords } from "../task/skip-words.ts";

export const reviewWords = words("review", {
  filter: "Filter",
  find: "Find",
  findLine: "Find a line",
  EDITED: "Edited",
  SKIPPED: "Skipped",
  ZERO: "Zero",
  EXCEPTIONS: "Exceptions",
  BLANK: "Blank",
  NOT_SYNCED: "Not synced",
  none: "No line is like that.",
  blank: { one: "{count} blank", other: "{count} blank" },
  waiting: { one: "{count} waits for the server", other: "{count} wait for the server" },
  close: "Close {place}",
  removed: "Removed",
  undo: "Undo",
  remove: "Remove",
  isWaiting: "waiting",
  less: "One less of {item}",
  more: "One more of {item}",
  openPad: "{quantity} of {item}. Open the number pad",
  refused: "Refused by the server: see the sync centre",
  skipped: "Skipped, {reason}",
  notAccessible: "Out of reach, {reason}",
  countedElsewhere: "Counted before, not by this device",
  notCounted: "Blank, not counted",
  recount: "To be counted again",
  disputed: "Two counts differ, a supervisor decides",
  tags: "The server says what they are on",
  unlisted: "Unlisted, a supervisor finds out",
  zero: "Zero, you marked it absent",
  exception: "Exception, not on the list",
  edited: "Edited",
  counted: "Counted",
  reset: "Reset my count of this place",
  undoReset: "Bring my count back",
  resetTitle: "Reset my count",
  resetAsk: "Reset my count of {place}?",
  resetDetail: {
    one: "{count} of your entries here is taken back, and its line is blank again. What others have counted stays.",
    other:
      "{count} of your entries here are taken back, and their lines are blank again. What others have counted stays.",
  },
  typeToConfirm: "Type {place} to confirm",
  takeBack: { one: "Take back {count} entry", other: "Take back {count} entries" },
  keep: "Keep my count",
});

export const reviewChips = [
  "EDITED",
  "SKIPPED",
  "ZERO",
  "EXCEPTIONS",
  "BLANK",
  "NOT_SYNCED",
] as const;
export type ReviewChip = (typeof reviewChips)[number];

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
  const { key, tally, line, rawScan } = row;
  if (row.isRejected) return reviewWords("refused");
  switch (tally.kind) {
    case "SKIPPED":
      return reviewWords("skipped", { reason: reasonInWords(tally.reason) });
    case "NOT_ACCESSIBLE":
      return reviewWords("notAccessible", { reason: reasonInWords(tally.reason) });
    case "BLANK":
      if (line?.recount === "MINE") return reviewWords("recount");
      if (line?.isDisputed) return reviewWords("disputed");
      return reviewWords(line?.isCountedElsewhere ? "countedElsewhere" : "notCounted");
    case "COUNTED":
      if (key === tagsKey) return reviewWords("tags");
      if (rawScan !== null) return reviewWords("unlisted");
      if (belongsTo(row, "ZERO")) return reviewWords("zero");
      if (line?.isDisputed) return reviewWords("disputed");
      if (line?.isFound) return reviewWords("exception");
      return reviewWords(tally.wasEdited ? "edited" : "counted");
  }
}
