import { formatDecimal } from "#lib/shared/text/decimal.ts";

const clock = new Intl.DateTimeFormat(undefined, {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

export const timeOf = (instant: string | number | Date) => clock.format(new Date(instant));

/** Everything that the count itself says to its counter. */
export const countWords = {
  added: (quantity: string, total: string) =>
    `+${formatDecimal(quantity)} → ${formatDecimal(total)}`,
  addedDetail: (at: string, isWaiting: boolean) =>
    `Added ${timeOf(at)}, ${isWaiting ? "kept on device" : "sent"}`,
  set: (total: string) => `= ${formatDecimal(total)}`,
  setDetail: (at: string) => `Set ${timeOf(at)}, kept on device`,
  zero: "= 0 absent",
  unexpected: "Not on the list here: counted",
  expired: "Past its date: counted",
  piece: (serial: string, total: string) => `${serial} → ${total}`,
  alreadyCounted: "Already counted",
  alreadyDetail: (serial: string, at: string) => `${serial}, by you at ${timeOf(at)}. No change`,
  scanSerials: "Scan its serials",
  scanSerialsDetail: "Counted piece by piece",
  scanAgain: "Not a whole code",
  scanAgainDetail: "Nothing was counted. Scan it again",
  unknownCode: "Unknown code",
  unknownDetail: "Not counted yet",
  choose: "Which one?",
  chooseDetail: "More than one thing has this code",
  chooseLot: "Which lot?",
  chooseLotDetail: "Not counted yet",
  place: (code: string) => code,
  samePlace: "You are here",
  locked: "This place is locked",
  lockedDetail: "Close it before you walk on",
  notHere: "Nothing in hand",
  notHereDetail: "Scan an item or choose a line",
  undone: "Undone",
  undoneDetail: (what: string) => `${what} taken back`,
  nothingToUndo: "Nothing to undo",
  nothingToUndoDetail: "Nothing was entered here yet",
  skipped: "Skipped",
  skippedDetail: (reason: string) => `${reason}. Not counted`,
  noZero: "No counts of 0",
  noZeroDetail: "This warehouse does not take them",
  nothingLess: "Nothing to take off",
  nothingLessDetail: "Nothing was counted here",
  ignored: "Ignored",
  ignoredDetail: (code: string) => `${code} was not counted`,
  unlisted: "Kept as unlisted",
  unlistedDetail: "A supervisor finds out what it is",
  assigned: "Assigned",
  assignedDetail: "A supervisor confirms it",
  removed: "Removed",
  notKept: "Not kept",
  notKeptDetail: "This device could not store it. Count it again",
} as const;
