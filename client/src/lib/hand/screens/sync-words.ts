import type { ProblemKind } from "#lib/shared/api/problem.ts";

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

export const contactWords = (at: number | null) =>
  at === null ? "None since this page was opened" : moment.format(at);

/** How it stands, in a sentence. */
export function troubleWords(trouble: ProblemKind | null, waiting: number): string {
  switch (trouble) {
    case null:
      return waiting === 0
        ? "Everything that was entered here has reached the server."
        : "What was entered is on its way.";
    case "network":
    case "rate-limited":
      return "The server is not reached. Go on counting: it is tried again by itself.";
    case "unauthenticated":
      return "You are signed out. Go on counting, and sign in to send it.";
    case "forbidden":
      return "Your rights have changed: an administrator has to give them back before it is sent.";
    case "internal":
    case "bad-input":
    case "not-found":
      return "The server cannot take it just now. It is tried again by itself.";
  }
}
