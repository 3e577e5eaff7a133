import { words } from "#lib/shared/language/words.ts";

export const workWords = words("work", {
  pageTitle: "My work · Tallyroom",
  myWork: "My work",
  settings: "Settings",
  newerVersion: "A newer version is ready: use it",
  next: "Next",
  toCount: { one: "{place} · {count} line to count", other: "{place} · {count} lines to count" },
  looking: "Looking for work …",
  oneMoment: "One moment.",
  nothing: "Nothing to count",
  nothingDetail: "Every place is counted, or no count is open.",
  noPlace: "{code} is no place of your counts.",
  start: "Start {place}",
  linesDone: "{lines} · {count} done",
  takenByOthers: { one: "{count} taken by others", other: "{count} taken by others" },
  recounts: "Recount for me",
  recountLines: {
    one: "{count} line · earlier counts stay hidden",
    other: "{count} lines · earlier counts stay hidden",
  },
  skipList: "Skip list",
  skippedAt: "{place} · {reason}",
  edit: "Edit what I counted",
  submit: "Submit this count",
  run: "Run Cycle Count",
  handedIn: "Handed in: only what is to be counted again is open",
  claimed: "Claimed by me",
  open: "Open to claim",
  more: {
    one: "{count} more: scan the label of a place to open it.",
    other: "{count} more: scan the label of a place to open it.",
  },
  notYourPlace: "This place is not part of your work.",
  notOnDevice:
    "This place is not on the device. It is asked for again as soon as there is a network.",
  notAllowed: "Your roles do not include counting.",
});
