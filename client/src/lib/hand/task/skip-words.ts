import { words } from "#lib/shared/language/words.ts";

export const skipWords = words("skip", {
  title: "Skip this line",
  why: "Why is it left out?",
  notZero: "A skipped line is not counted. It is not zero.",
  pallet: "Pallet in the way",
  tooHigh: "Too high to reach",
  somebody: "Somebody is working here",
  label: "Label cannot be read",
  later: "Count it later",
  another: "Another reason",
  skip: "Skip",
  back: "Back to the count",
});

/** Why a line is left out. What people say most stands first. */
export const skipReasons = [
  { key: "pallet", mode: "NOT_ACCESSIBLE" },
  { key: "tooHigh", mode: "NOT_ACCESSIBLE" },
  { key: "somebody", mode: "NOT_ACCESSIBLE" },
  { key: "label", mode: "SKIP" },
  { key: "later", mode: "SKIP" },
] as const;

type SkipReason = (typeof skipReasons)[number]["key"];

/** As it is sent and kept: in one language, so that a supervisor's list has one word for one reason. */
export const recordedReason = (key: SkipReason): string => skipWords.english[key];

/** A recorded reason as the counter reads it; what somebody typed stays as it was typed. */
export function reasonInWords(reason: string): string {
  const known = skipReasons.find(({ key }) => recordedReason(key) === reason);
  return known ? skipWords(known.key) : reason;
}
