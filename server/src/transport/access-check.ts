import { getNamedType, isEnumType, isInputObjectType, type GraphQLInputType } from "graphql";
import type { Identity } from "../accounts/domain/identity.ts";
import { Refusal } from "../shared/refusal.ts";
import { AccessPlans, opensIdentity, type PlannedOperation } from "./access-plan.ts";
import type { AccessRules, Rule } from "./access-rules.ts";
import { openTypes } from "./open-types.ts";

export interface AskedOperation extends Omit<PlannedOperation, "schema" | "rules"> {
  identity: Identity | null;
}

export type CheckAccess = (asked: AskedOperation) => void;

/**
 * Judges a whole operation before any of it runs, from the document and the variables alone: it
 * costs by the size of the question, not by the number of rows, and nothing is read for a no.
 * Expects a document that has passed validation. Throws the refusal.
 */
export function createAccessCheck(
  schema: PlannedOperation["schema"],
  rules: AccessRules,
): CheckAccess {
  const plans = new AccessPlans();
  const isOpen = openTypes(rules);

  return ({ identity, ...asked }) => {
    const { operation, variables } = asked;
    if (!schema.getRootType(operation.operation))
      throw new Refusal("FORBIDDEN", "There is no such operation.");
    const { steps, rootFields } = plans.planOf({ schema, rules, ...asked });
    for (const step of steps) {
      if (step.kind === "RULE") require(identity, step.rule, step.what, step.afterOpening);
      else if (step.kind === "VARIABLE") checkValue(identity, step.type, variables[step.name]);
      else if (!identity)
        throw new Refusal("UNAUTHENTICATED", "The schema is shown to whoever has signed in.");
    }
    if (operation.operation === "mutation")
      requireOpeningAlone(rootFields, operation.selectionSet.selections.length);
  };

  function checkValue(identity: Identity | null, type: GraphQLInputType, value: unknown): void {
    if (value === null || value === undefined) return;
    const named = getNamedType(type);
    if (isOpen(named)) return;
    if (Array.isArray(value)) return value.forEach((each) => checkValue(identity, type, each));
    // Words that are only ever read need no rule; those that are sent are closed until they have one.
    if (isEnumType(named)) {
      const word = String(value);
      return require(identity, rules[named.name]?.[word], `${named.name}.${word}`, false);
    }
    if (!isInputObjectType(named) || typeof value !== "object") return;
    for (const [name, inner] of Object.entries(value)) {
      const known = named.getFields()[name];
      // What the type does not have is refused with its own words when the values are read.
      if (!known) continue;
      require(identity, rules[named.name]?.[name], `${named.name}.${name}`, false);
      checkValue(identity, known.type, inner);
    }
  }
}

function requireOpeningAlone(rootFields: readonly string[], selections: number): void {
  const opening = rootFields.find((name) => opensIdentity.has(name));
  if (opening && (selections > 1 || rootFields.length > 1))
    throw new Refusal("BAD_USER_INPUT", `${opening} must be the only field of its mutation.`);
}

function require(
  identity: Identity | null,
  rule: Rule | undefined,
  what: string,
  afterOpening: boolean,
): void {
  if (rule === "anyone" || rule === "as-field") return;
  // What comes back after a sign-in is read by the person who has just signed in.
  if (rule === "signed-in" && afterOpening) return;
  if (!identity) throw new Refusal("UNAUTHENTICATED", "Sign in first.");
  if (rule === "signed-in") return;
  const needed = rule === undefined ? [] : typeof rule === "string" ? [rule] : rule;
  const missing = needed.filter((permission) => !identity.permissions.has(permission));
  if (rule !== undefined && missing.length === 0) return;
  throw new Refusal(
    "FORBIDDEN",
    rule === undefined
      ? `${what} is open to nobody yet.`
      : `${what} needs the permission ${missing.join(" and ")}.`,
  );
}
