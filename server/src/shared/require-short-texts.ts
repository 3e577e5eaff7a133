import { Refusal } from "./refusal.ts";

/** Codes and names are indexed, and an entry of an index has room for no more. */
const longestText = 500;

export function requireShortTexts(texts: readonly (string | null | undefined)[]): void {
  if (texts.some((text) => (text?.length ?? 0) > longestText))
    throw new Refusal("BAD_USER_INPUT", `A code or a name has at most ${longestText} characters.`);
}
