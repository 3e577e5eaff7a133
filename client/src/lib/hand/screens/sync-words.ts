import type { ProblemKind } from "#lib/shared/api/problem.ts";
import { momentOf } from "#lib/shared/language/formats.ts";
import { words } from "#lib/shared/language/words.ts";

export const syncWords = words("sync", {
  pageTitle: "Sync centre · Tallyroom",
  title: "Sync centre",
  waiting: "Waiting",
  refused: "Refused",
  lastContact: "Last contact",
  noContact: "None since this page was opened",
  onDevice: "On this device",
  everything: "Counts and catalogue",
  whatWasOpened: "What was opened so far",
  signInAgain: "Sign in again",
  ofOthers: {
    one: "{count} entry of somebody else waits here until that person signs in.",
    other: "{count} entries of somebody else wait here until that person signs in.",
  },
  refusedTitle: "Refused by the server",
  refusedDetail: "They are kept here. Count the line again, or have a supervisor look.",
  saveAsCsv: "Save as CSV",
  saveAsJson: "Save as JSON",
  sendNow: "Send now",
  sendAgain: "Send again",
  drop: "Drop",
  dropDetail:
    "It counts nowhere then, and a photo that belongs to it leaves the device. The saved file still has the entry.",
  keepIt: "Keep it",
  dropIt: "Drop it",
  anEntry: "An entry",
  allSent: "Everything that was entered here has reached the server.",
  onItsWay: "What was entered is on its way.",
  notReached: "The server is not reached. Go on counting: it is tried again by itself.",
  signedOut: "You are signed out. Go on counting, and sign in to send it.",
  rightsChanged:
    "Your rights have changed: an administrator has to give them back before it is sent.",
  notJustNow: "The server cannot take it just now. It is tried again by itself.",
});

export const contactWords = (at: number | null) =>
  at === null ? syncWords("noContact") : momentOf(at);

/** How it stands, in a sentence. */
export function troubleWords(trouble: ProblemKind | null, waiting: number): string {
  switch (trouble) {
    case null:
      return syncWords(waiting === 0 ? "allSent" : "onItsWay");
    case "network":
    case "rate-limited":
      return syncWords("notReached");
    case "unauthenticated":
      return syncWords("signedOut");
    case "forbidden":
      return syncWords("rightsChanged");
    case "internal":
    case "bad-input":
    case "not-found":
      return syncWords("notJustNow");
  }
}
