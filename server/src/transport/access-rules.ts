import type { Permission } from "../accounts/domain/permission.ts";

/**
 * Who may read a field, fill in an input field or name an enum value. A list of permissions asks
 * for all of them; "as-field" leaves it to the field that takes the input. What stands in no list
 * is denied to everybody.
 */
export type Rule = "anyone" | "signed-in" | "as-field" | Permission | readonly Permission[];

/** Type name, then the name of its field or value, or the coordinate of an argument: `items(first:)`. */
export type AccessRules = Record<string, Record<string, Rule>>;

/** One rule for several fields, values or arguments of a type. */
export function everyFieldIs(rule: Rule, fields: readonly string[]): Record<string, Rule> {
  return Object.fromEntries(fields.map((field) => [field, rule]));
}

export function argumentKey(field: string, argument: string): string {
  return `${field}(${argument}:)`;
}

/** The arguments of a field that ask for no more than the field itself. */
export function argumentsOf(field: string, names: readonly string[]): Record<string, Rule> {
  return everyFieldIs(
    "as-field",
    names.map((name) => argumentKey(field, name)),
  );
}

export const pageArguments = ["first", "after", "last", "before"] as const;
