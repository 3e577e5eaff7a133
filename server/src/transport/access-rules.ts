import type { Permission } from "../accounts/domain/permission.ts";

/**
 * Who may read a field, fill in an input field or name an enum value. A list of permissions asks
 * for all of them; "as-field" leaves it to the field that takes the input. What stands in no list
 * is denied to everybody.
 */
export type Rule = "anyone" | "signed-in" | "as-field" | Permission | readonly Permission[];

/** Type name, then the name of its field or value. */
export type AccessRules = Record<string, Record<string, Rule>>;
