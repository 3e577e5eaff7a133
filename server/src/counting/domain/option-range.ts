import { lineViews } from "./line-view.ts";
import { optionDefaults, type OptionCode } from "./options.ts";

export type OptionKind = "SWITCH" | "NUMBER" | "AMOUNT" | "CHOICE";

export interface OptionRange {
  kind: OptionKind;
  /** The words to choose from; empty for an option that is none. */
  choices: readonly string[];
  least: number | null;
  /** Null where there is no end. */
  most: number | null;
}

const longestCadenceDays = 3_660;
const cadence = { least: 1, most: longestCadenceDays };

/** Whole numbers, both ends included. */
const numberRanges: Partial<Record<OptionCode, { least: number; most: number | null }>> = {
  lotsToCount: { least: 1, most: null },
  recountsAtMost: { least: 0, most: null },
  controlRecountPercent: { least: 0, most: 100 },
  abcDaysA: cadence,
  abcDaysB: cadence,
  abcDaysC: cadence,
};

/** What an option may be set to. */
export function optionRangeOf(code: OptionCode): OptionRange {
  const none = { choices: [], least: null, most: null };
  const fallback = optionDefaults[code];
  if (code === "198") return { ...none, kind: "CHOICE", choices: lineViews };
  if (typeof fallback === "boolean") return { ...none, kind: "SWITCH" };
  if (typeof fallback === "string") return { ...none, kind: "AMOUNT", least: 0 };
  return { ...none, kind: "NUMBER", ...numberRanges[code] };
}
