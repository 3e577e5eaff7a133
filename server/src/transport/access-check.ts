import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import type { Identity } from "../accounts/domain/identity.ts";
import { Refusal } from "../shared/refusal.ts";
import { argumentKey, type AccessRules, type Rule } from "./access-rules.ts";
import { isLeftOut, type Variables } from "./is-left-out.ts";

/** Fields after which somebody else acts: each stands alone in its operation. */
const opensIdentity = new Set(["signIn", "setUpInstallation", "acceptInvitation", "signOut"]);
/** Null for whoever has not signed in: what is asked below it is read by somebody or not at all. */
const isSomebodyOrNull = new Set(["viewer"]);

export interface AskedOperation {
  schema: GraphQLSchema;
  rules: AccessRules;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Variables;
  identity: Identity | null;
}

/**
 * Judges a whole operation before any of it runs, from the document and the variables alone: it
 * costs by the size of the question, not by the number of rows, and nothing is read for a no.
 * Expects a document that has passed validation. Throws the refusal.
 */
export function checkAccess(asked: AskedOperation): void {
  const root = asked.schema.getRootType(asked.operation.operation);
  if (!root) throw new Refusal("FORBIDDEN", "There is no such operation.");
  const fragments = new Map(
    asked.document.definitions
      .filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );
  const walk = new AccessWalk(asked, fragments);
  walk.walk(asked.operation.selectionSet, root, false);
  if (asked.operation.operation === "mutation") walk.requireOpeningAlone();
}

class AccessWalk {
  readonly #seen = new Set<string>();
  readonly #rootFields: string[] = [];

  constructor(
    private readonly asked: AskedOperation,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {}

  walk(selections: SelectionSetNode, parent: GraphQLCompositeType, afterOpening: boolean): void {
    for (const selection of selections.selections) {
      if (isLeftOut(selection, this.asked.variables)) continue;
      if (selection.kind === Kind.FIELD) this.#field(selection, parent, afterOpening);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        this.walk(
          selection.selectionSet,
          this.#type(selection.typeCondition?.name.value) ?? parent,
          afterOpening,
        );
      else this.#fragment(selection.name.value, afterOpening);
    }
  }

  /** Expects that the whole operation was walked. */
  requireOpeningAlone(): void {
    const opening = this.#rootFields.find((name) => opensIdentity.has(name));
    const { selections } = this.asked.operation.selectionSet;
    if (opening && (selections.length > 1 || this.#rootFields.length > 1))
      throw new Refusal("BAD_USER_INPUT", `${opening} must be the only field of its mutation.`);
  }

  #fragment(name: string, afterOpening: boolean): void {
    const key = `${name}:${afterOpening}`;
    const fragment = this.fragments.get(name);
    // A fragment says the same wherever it is spread.
    if (!fragment || this.#seen.has(key)) return;
    this.#seen.add(key);
    const type = this.#type(fragment.typeCondition.name.value);
    if (type) this.walk(fragment.selectionSet, type, afterOpening);
  }

  #field(node: FieldNode, parent: GraphQLCompositeType, afterOpening: boolean): void {
    const name = node.name.value;
    if (name === "__typename") return;
    if (name === "__schema" || name === "__type") {
      if (this.asked.identity) return;
      throw new Refusal("UNAUTHENTICATED", "The schema is shown to whoever has signed in.");
    }
    const isRoot = parent === this.asked.schema.getRootType(this.asked.operation.operation);
    if (isRoot) this.#rootFields.push(name);
    this.#require(this.asked.rules[parent.name]?.[name], `${parent.name}.${name}`, afterOpening);
    const field = "getFields" in parent ? parent.getFields()[name] : undefined;
    if (!field) return;
    for (const given of node.arguments ?? []) {
      const argument = field.args.find((each) => each.name === given.name.value);
      if (!argument) continue;
      const key = argumentKey(name, argument.name);
      this.#require(this.asked.rules[parent.name]?.[key], `${parent.name}.${key}`, afterOpening);
      this.#literal(argument.type, given.value);
    }
    const type = getNamedType(field.type);
    const isOfSomebody = isRoot && (opensIdentity.has(name) || isSomebodyOrNull.has(name));
    if (node.selectionSet && isCompositeType(type))
      this.walk(node.selectionSet, type, afterOpening || isOfSomebody);
  }

  #literal(type: GraphQLInputType, node: ValueNode): void {
    if (node.kind === Kind.VARIABLE)
      return this.#value(type, this.asked.variables[node.name.value]);
    const inner = getNullableType(type);
    if (node.kind === Kind.LIST)
      return node.values.forEach((each) =>
        this.#literal(isListType(inner) ? inner.ofType : inner, each),
      );
    const named = getNamedType(inner);
    if (node.kind === Kind.ENUM) this.#enumValue(named.name, node.value);
    if (node.kind === Kind.OBJECT && isInputObjectType(named))
      for (const field of node.fields) {
        const name = field.name.value;
        this.#require(this.asked.rules[named.name]?.[name], `${named.name}.${name}`, false);
        const known = named.getFields()[name];
        if (known) this.#literal(known.type, field.value);
      }
  }

  #value(type: GraphQLInputType, value: unknown): void {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) return value.forEach((each) => this.#value(type, each));
    const named = getNamedType(type);
    if (isEnumType(named)) return this.#enumValue(named.name, String(value));
    if (!isInputObjectType(named) || typeof value !== "object") return;
    for (const [name, inner] of Object.entries(value)) {
      const known = named.getFields()[name];
      // What the type does not have is refused with its own words when the values are read.
      if (!known) continue;
      this.#require(this.asked.rules[named.name]?.[name], `${named.name}.${name}`, false);
      this.#value(known.type, inner);
    }
  }

  /** Words that are only ever read need no rule; those that are sent are closed until they have one. */
  #enumValue(type: string, value: string): void {
    this.#require(this.asked.rules[type]?.[value], `${type}.${value}`, false);
  }

  #require(rule: Rule | undefined, what: string, afterOpening: boolean): void {
    if (rule === "anyone" || rule === "as-field") return;
    // What comes back after a sign-in is read by the person who has just signed in.
    if (rule === "signed-in" && afterOpening) return;
    const { identity } = this.asked;
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

  #type(name: string | undefined): GraphQLCompositeType | null {
    const type = name ? this.asked.schema.getType(name) : undefined;
    return type && isCompositeType(type) ? type : null;
  }
}
