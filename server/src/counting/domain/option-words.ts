import type { OptionCode } from "./options.ts";

export interface OptionWords {
  /** What people call it. */
  name: string;
  /** What it does, as a sentence. */
  effect: string;
}

/** Options as people know them, in the order in which they are listed: by number, then by name. */
export const optionWords: Record<OptionCode, OptionWords> = {
  "170": {
    name: "Approval before posting",
    effect: "What differs must be approved before it is posted to stock.",
  },
  "174": {
    name: "Split units",
    effect:
      "A quantity may be counted in packs, such as 3 cases and 4 each; without it, in single units only.",
  },
  "198": {
    name: "Default view of lines",
    effect: "Which lines a list shows when it is opened.",
  },
  "290": {
    name: "Second serial number",
    effect: "A second serial is shown, searched and imported beside the first.",
  },
  "325": {
    name: "Zero counts",
    effect: "Counters may say that a place is empty; without it they skip it with a reason.",
  },
  "333": {
    name: "Serials load by themselves",
    effect: "Scanning a serialised item opens the list of its serials.",
  },
  "340": {
    name: "Item from the previous entry",
    effect: "The next entry begins with the item of the one before.",
  },
  "341": {
    name: "Suggestions while typing",
    effect: "Items are suggested by their description while a counter types.",
  },
  "342": {
    name: "Location from the previous entry",
    effect: "The next entry begins at the place of the one before.",
  },
  "343": {
    name: "Units from the previous entry",
    effect: "The next entry begins in the unit of the one before.",
  },
  "345": {
    name: "Location locked",
    effect: "A counter stays at one place: a scan of another place does not switch.",
  },
  "504": {
    name: "Items must be assigned",
    effect: "Only items that are assigned to the warehouse may be counted in it.",
  },
  "526": {
    name: "Entries save themselves",
    effect: "A complete entry is kept at once, without a press on Save.",
  },
  "529": {
    name: "Alternate variance colours",
    effect: "Colours that stay apart for people who do not tell red from green.",
  },
  blindByDefault: {
    name: "Blind by default",
    effect:
      "A new count tells its counters nothing of what the books say, unless somebody says otherwise.",
  },
  lotsToCount: {
    name: "Lots to count",
    effect: "How many lots fast, slow, low value, high value and random counts choose.",
  },
  lowValueBelow: {
    name: "Low value below",
    effect: "A low value count chooses lots that are worth less than this.",
  },
  highValueFrom: {
    name: "High value from",
    effect: "A high value count chooses lots that are worth at least this.",
  },
  recountsAtMost: {
    name: "Recounts at most",
    effect: "How often a line may be counted again before a supervisor chooses a round.",
  },
  recountAtHandIn: {
    name: "Recount when handed in",
    effect:
      "What is out of tolerance is sent back to be counted again as soon as a count is handed in.",
  },
  controlRecountPercent: {
    name: "Control recounts",
    effect: "Percent of matching lines that are counted again, so that being asked tells nothing.",
  },
  wholeCounts: {
    name: "Each counts the whole line",
    effect:
      "Entries of two people at one line are two counts of it that are compared, not parts that add up.",
  },
  proofOfPlace: {
    name: "Place proven before counting",
    effect:
      "Before counting begins, a counter scans the label of the place or types the check digits on it.",
  },
  singlePerson: {
    name: "One person does all",
    effect: "Whoever counted a line may approve it, and it is shown that he did.",
  },
  abcDaysA: { name: "Class A every", effect: "Days after which a lot of class A is due again." },
  abcDaysB: { name: "Class B every", effect: "Days after which a lot of class B is due again." },
  abcDaysC: { name: "Class C every", effect: "Days after which a lot of class C is due again." },
};
