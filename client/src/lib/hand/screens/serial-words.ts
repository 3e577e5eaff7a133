import { words } from "#lib/shared/language/words.ts";

/** Pieces that have a serial each, and what else can be chosen for the item in hand. */
export const serialWords = words("serial", {
  title: "Serials",
  counted: { one: "{count} piece counted", other: "{count} pieces counted" },
  ofExpected: { one: "{done} of {count} expected here", other: "{done} of {count} expected here" },
  unexpected: { one: "{count} not expected", other: "{count} not expected" },
  again: "Read again, counted once",
  takeBack: "Take {serial} back",
  type: "Serial",
  take: "Take",
  missing: "Not seen yet: suspect, not zero",
  isHere: "{serial} is here",
  here: "Here",
  none: "Scan the first one.",
  done: "Done",
  moreTitle: "More options",
  unit: "Unit of measure",
  alternate: "Show the second serial",
  burst: "Many tags at once (RFID)",
  burstDetail: "What is read twice is counted once, without a sound.",
  nothingElse: "This item has no other options here.",
  back: "Back to the count",
});
