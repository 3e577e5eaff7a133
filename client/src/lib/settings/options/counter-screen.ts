import { choiceInWords, switchInWords } from "./option-words.ts";
import type { OptionValue } from "./option-setting.ts";

/** What of the count screen shows an option best. */
export type Scene = "COUNT" | "TYPING" | "SERIALS" | "REVIEW";

/** The count screen as options make it. */
export interface CounterScreen {
  isBlind: boolean;
  hasZero: boolean;
  hasPacks: boolean;
  isLocked: boolean;
  keepsItem: boolean;
  keepsPlace: boolean;
  keepsUnit: boolean;
  savesItself: boolean;
  suggests: boolean;
  opensSerials: boolean;
  hasSecondSerial: boolean;
  /** The view that is chosen when a list is opened. */
  view: string;
  isAlternate: boolean;
}

export type OptionValues = Readonly<Record<string, OptionValue>>;

export function counterScreen(values: OptionValues): CounterScreen {
  const isOn = (code: string) => values[code] === true;
  return {
    isBlind: isOn("blindByDefault"),
    hasZero: isOn("325"),
    hasPacks: isOn("174"),
    isLocked: isOn("345"),
    keepsItem: isOn("340"),
    keepsPlace: isOn("342"),
    keepsUnit: isOn("343"),
    savesItself: isOn("526"),
    suggests: isOn("341"),
    opensSerials: isOn("333"),
    hasSecondSerial: isOn("290"),
    view: choiceInWords(String(values["198"] ?? "ALL")),
    isAlternate: isOn("529"),
  };
}

const scenes: Readonly<Record<string, Scene>> = {
  "198": "REVIEW",
  "529": "REVIEW",
  "290": "SERIALS",
  "333": "SERIALS",
  "341": "TYPING",
  "504": "TYPING",
};

export const sceneOf = (code: string): Scene => scenes[code] ?? "COUNT";

/** The part of the drawing that an option is about, to be marked. */
export type Part =
  | "place"
  | "item"
  | "expected"
  | "zero"
  | "units"
  | "serials"
  | "second"
  | "suggestions"
  | "view"
  | "colours"
  | "next";

const parts: Readonly<Record<string, Part>> = {
  "174": "units",
  "198": "view",
  "290": "second",
  "325": "zero",
  "333": "serials",
  "340": "item",
  "341": "suggestions",
  "342": "place",
  "343": "units",
  "345": "place",
  "504": "suggestions",
  "526": "next",
  "529": "colours",
  blindByDefault: "expected",
  proofOfPlace: "place",
};

export const partOf = (code: string): Part | undefined => parts[code];

const seen: Readonly<Record<string, readonly [on: string, off: string]>> = {
  "174": [
    "Counters choose between each and case, and may mix them.",
    "There is one unit; counters reckon cases in their heads.",
  ],
  "290": [
    "Each piece has a second serial beside the first.",
    "Only the first serial of a piece is shown.",
  ],
  "325": [
    "A large button “= 0 absent” stands below the quantity.",
    "There is no zero button: an empty place is skipped, with a reason.",
  ],
  "333": [
    "The list of serials opens as soon as such an item is scanned.",
    "Counters open the list of serials with a button.",
  ],
  "340": ["After Next the same item is there again.", "After Next the item is asked for."],
  "341": [
    "Items are offered while a counter types a description.",
    "Nothing is offered: the number must be typed in full, or scanned.",
  ],
  "342": ["After Next the place stays.", "After Next the place is asked for."],
  "343": ["After Next the unit stays, such as case.", "After Next the unit is each again."],
  "345": [
    "A lock stands beside the place; a scan of another place is refused.",
    "A scan of another place goes there.",
  ],
  "504": [
    "An item that is not assigned to the warehouse is refused.",
    "Any item of the catalogue may be counted.",
  ],
  "526": [
    "An entry is kept as soon as it is complete.",
    "An entry is kept when the counter presses Save.",
  ],
  "529": [
    "Short and over are orange and blue; sign, symbol and word stay.",
    "Short and over are red and blue; sign, symbol and word stay.",
  ],
  proofOfPlace: [
    "A counter scans the label of the place, or types its check digits, before anything is counted.",
    "Counting begins as soon as a place is opened.",
  ],
  blindByDefault: [
    "The number of the books is not on the device.",
    "Counters see what the books say, beside the item.",
  ],
};

/** What changes for counters, as a sentence; for most that are about desks, nothing. */
export function seenInWords(code: string, value: OptionValue): string {
  if (code === "198") return `Lists open with “${choiceInWords(String(value))}”.`;
  const sentences = seen[code];
  if (sentences && typeof value === "boolean") return sentences[value ? 0 : 1];
  if (code === "wholeCounts" || code === "singlePerson" || code === "170")
    return `Counters see no difference: ${switchInWords(code, value === true).toLowerCase()} is for the desk.`;
  return "Counters see no difference: this is for whoever plans and reviews.";
}
