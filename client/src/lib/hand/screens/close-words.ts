import { words } from "#lib/shared/language/words.ts";

export const closeWords = words("close", {
  title: "Close {place}",
  unexpected: { one: "{count} unexpected", other: "{count} unexpected" },
  counted: { one: "{count} line counted", other: "{count} lines counted" },
  lookThrough: "Look through them",
  notCounted: { one: "{count} not counted", other: "{count} not counted" },
  blank: "Blank: neither counted nor zero",
  zero: "Zero, you marked it absent",
  unexpectedItem: "Unexpected, not on the list",
  anythingElse: "Anything else here?",
  lookBehind: "Look behind, above and under the shelf.",
  keepCounting: "Yes, keep counting",
  close: "Nothing else, close",
  next: "Next: {place}",
  backToWork: "Back to my work",
});
