import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import type { OptionSettings } from "@tallyroom/schema/operations/option-settings.ts";

export type OptionSetting = ResultOf<typeof OptionSettings>["optionSettings"][number];
export type GivenValue = OptionSetting["value"];
export type OptionValue = boolean | number | string;

/** The one field of three that says something. */
export function plainValue({ isOn, number, text }: GivenValue): OptionValue {
  return isOn ?? number ?? text ?? "";
}

export const plainOrNull = (given: GivenValue | null) => given && plainValue(given);

/** As an input sends it; nothing takes the value away. */
export function asInput(value: OptionValue | null) {
  if (typeof value === "boolean") return { isOn: value };
  if (typeof value === "number") return { number: value };
  return value === null ? {} : { text: value };
}

/** By its number, its name or a word of what it does, as one remembers it. */
export function isFound({ code, name, effect }: OptionSetting, search: string): boolean {
  const text = `${code} ${name} ${effect}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => (/^\d+$/.test(word) ? code.startsWith(word) : text.includes(word)));
}
