import type { Rule } from "../../transport/access-rules.ts";

export function everyFieldIs(rule: Rule, fields: readonly string[]): Record<string, Rule> {
  return Object.fromEntries(fields.map((field) => [field, rule]));
}
