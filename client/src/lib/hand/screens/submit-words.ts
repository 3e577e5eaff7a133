import { words } from "#lib/shared/language/words.ts";

/** Handing a whole count in. */
export const submitWords = words("submit", {
  title: "Submit count",
  ask: "Submit {count}?",
  counted: { one: "{count} line counted by you", other: "{count} lines counted by you" },
  blank: {
    one: "{count} line that nobody has counted: it stays blank, and is not zero",
    other: "{count} lines that nobody has counted: they stay blank, and are not zero",
  },
  decide: { one: "{count} skipped line to decide", other: "{count} skipped lines to decide" },
  leave: "Leave it out",
  left: "Left out",
  countIt: "Count it",
  at: "{place} · {reason}",
  waits: {
    one: "{count} entry waits for the server. It is sent first.",
    other: "{count} entries wait for the server. They are sent first.",
  },
  rejected: {
    one: "{count} entry was refused: look at it in the sync centre first.",
    other: "{count} entries were refused: look at them in the sync centre first.",
  },
  notReached: "The server is not reached. Nothing was handed in: try again with a network.",
  submit: "Submit count",
  stay: "Keep counting",
  UNSENT_ENTRIES: "Entries wait on devices that have not sent them: {detail}",
  SESSION_SUBMITTED: "This count has been handed in already.",
  otherReason: "It was not handed in: {detail}",
});
