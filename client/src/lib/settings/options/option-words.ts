import { formatDecimal, formatMoney } from "#lib/shared/text/decimal.ts";
import type { OptionSetting, OptionValue } from "./option-setting.ts";

/** What on and off mean, for each option that is one or the other. */
const switches: Readonly<Record<string, readonly [on: string, off: string]>> = {
  "170": ["Approved first", "Posted without approval"],
  "174": ["Packs and single units", "Single units only"],
  "290": ["Second serial shown", "Second serial hidden"],
  "325": ["Zero may be counted", "No zero counts"],
  "333": ["Serials open by themselves", "Serials opened by hand"],
  "340": ["Item kept", "Item asked each time"],
  "341": ["Suggestions shown", "No suggestions"],
  "342": ["Place kept", "Place asked each time"],
  "343": ["Unit kept", "Unit asked each time"],
  "345": ["Locked at one place", "Free to switch"],
  "504": ["Assigned items only", "Any item"],
  "526": ["Saved at once", "Saved with a press"],
  "529": ["Alternate colours", "Default colours"],
  blindByDefault: ["Blind", "Told what the books say"],
  recountAtHandIn: ["Sent back by itself", "Sent back by hand"],
  wholeCounts: ["Compared", "Added up"],
  proofOfPlace: ["Label or check digits first", "Counting begins at once"],
  singlePerson: ["One person may do all", "Somebody else approves"],
};

/** The views of option 198, in the words of the screens. */
const choices: Readonly<Record<string, string>> = {
  ALL: "All Items",
  DISCREPANCIES: "Counted Discrepancies",
  OVERAGES: "Counted Overages",
  SHORTAGES: "Counted Shortages",
  NOT_COUNTED: "Not counted",
  FLAGGED: "Changed since snapshot",
  OUT_OF_TOLERANCE: "Out of tolerance",
  RECOUNT: "Recount",
  NOT_POSTED: "Not Posted Items",
};

const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  lotsToCount: ["lot", "lots"],
  recountsAtMost: ["recount", "recounts"],
  abcDaysA: ["day", "days"],
  abcDaysB: ["day", "days"],
  abcDaysC: ["day", "days"],
};

export function choiceInWords(word: string): string {
  const known = choices[word];
  if (known) return known;
  const spoken = word.replaceAll("_", " ").toLowerCase();
  return spoken.charAt(0).toUpperCase() + spoken.slice(1);
}

export function switchInWords(code: string, isOn: boolean): string {
  const [on, off] = switches[code] ?? ["On", "Off"];
  return isOn ? on : off;
}

/** Behind a number that is typed: "days", "%"; nothing where a number is all. */
export function unitOf(code: string, value = 2): string {
  if (code === "controlRecountPercent") return "%";
  const [one, many] = units[code] ?? ["", ""];
  return value === 1 ? one : many;
}

/** A value as one says it: "No zero counts", "50 lots", "€ 1,000.00". */
export function valueInWords(
  { code, kind }: Pick<OptionSetting, "code" | "kind">,
  value: OptionValue,
  currency: string,
): string {
  if (typeof value === "boolean") return switchInWords(code, value);
  if (kind === "CHOICE") return choiceInWords(String(value));
  if (kind === "AMOUNT") return `${formatMoney(String(value), currency)} ${currency}`;
  return `${formatDecimal(String(value))} ${unitOf(code, Number(value))}`.trim();
}

/** Whose value is in force: "own", "inherited from the company", "default". */
export function sourceInWords(source: OptionSetting["source"], isCompany: boolean): string {
  if (source === "WAREHOUSE") return "own value";
  if (source === "COMPANY") return isCompany ? "set" : "from the company";
  return "default";
}
