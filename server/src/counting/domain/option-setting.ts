import { optionRangeOf, type OptionRange } from "./option-range.ts";
import { optionWords, type OptionWords } from "./option-words.ts";
import { optionDefaults, type OptionCode } from "./options.ts";

export type OptionValue = boolean | number | string;
export type OptionSource = "WAREHOUSE" | "COMPANY" | "DEFAULT";

/** A value that somebody has saved, for a warehouse or for the company. */
export interface SavedOption {
  code: string;
  /** Null for the company. */
  warehouseId: number | null;
  value: unknown;
  changedBy: string;
  changedAt: Date;
}

/** One option with every value that bears on it. */
export interface OptionSetting extends OptionWords, OptionRange {
  code: OptionCode;
  /** By which people who migrate know it; null for those that go by name. */
  number: number | null;
  value: OptionValue;
  source: OptionSource;
  valueByDefault: OptionValue;
  valueOfCompany: OptionValue | null;
  valueOfWarehouse: OptionValue | null;
  /** Of the value in force. */
  changedById: string | null;
  changedAt: Date | null;
  /** Warehouses with a value of their own, which the company's does not reach. */
  exceptionIds: number[];
}

/** As they are in force for a warehouse, or for the company where none is named. */
export function settingsOf(
  saved: readonly SavedOption[],
  warehouseId: number | null,
): OptionSetting[] {
  // Keys that are numbers come first, in order: it is the language that says so.
  const codes = Object.keys(optionWords) as OptionCode[];
  return codes.map((code) => settingOf(code, saved, warehouseId));
}

function settingOf(
  code: OptionCode,
  saved: readonly SavedOption[],
  warehouseId: number | null,
): OptionSetting {
  const fallback = optionDefaults[code];
  // What has another type is not taken, as when a count is made.
  const mine = saved.filter((each) => each.code === code && typeof each.value === typeof fallback);
  const ofCompany = mine.find((each) => each.warehouseId === null);
  const ofWarehouse =
    warehouseId === null ? undefined : mine.find((each) => each.warehouseId === warehouseId);
  const inForce = ofWarehouse ?? ofCompany;
  return {
    ...{ code, number: /^\d+$/u.test(code) ? Number(code) : null },
    ...optionWords[code],
    ...optionRangeOf(code),
    value: (inForce?.value as OptionValue | undefined) ?? fallback,
    source: ofWarehouse ? "WAREHOUSE" : ofCompany ? "COMPANY" : "DEFAULT",
    valueByDefault: fallback,
    valueOfCompany: (ofCompany?.value as OptionValue | undefined) ?? null,
    valueOfWarehouse: (ofWarehouse?.value as OptionValue | undefined) ?? null,
    changedById: inForce?.changedBy ?? null,
    changedAt: inForce?.changedAt ?? null,
    exceptionIds: mine.flatMap((each) => each.warehouseId ?? []),
  };
}
