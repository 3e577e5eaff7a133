import {
  getNamedType,
  getNullableType,
  isCompositeType,
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
import { argumentKey, type AccessRules, type Rule } from "./access-rules.ts";
import { dependsOnVariables, isLeftOut, type Variables } from "./is-left-out.ts";

/** Fields after which somebody else acts: each stands alone in its operation. */
export const opensIdentity: ReadonlySet<string> = new Set([
  "signIn",
  "setUpInstallation",
  "acceptInvitation",
  "signOut",
]);
/** Null for whoever has not signed in: what is asked below it is read by somebody or not at all. */
const isSomebodyOrNull = new Set(["viewer"]);

/** What an operation asks for, in the order in which it stands in the document. */
export type AccessStep =
  | { kind: "RULE"; rule: Rule | undefined; what: string; afterOpening: boolean }
  | { kind: "SCHEMA" }
  | { kind: "VARIABLE"; type: GraphQLInputType; name: string };

export interface AccessPlan {
  steps: readonly AccessStep[];
  rootFields: readonly string[];
}

export interface PlannedOperation {
  schema: GraphQLSchema;
  rules: AccessRules;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Variables;
}

/**
 * What must be allowed for an operation, whoever asks. The same operation asks for the same every
 * time, unless its variables say what is left out, so it is found out once for each document that is kept.
 */
export class AccessPlans {
  readonly #plans = new WeakMap<OperationDefinitionNode, AccessPlan>();

  planOf(asked: PlannedOperation): AccessPlan {
    const known = this.#plans.get(asked.operation);
    if (known) return known;
    const planner = new AccessPlanner(asked);
    const root = asked.schema.getRootType(asked.operation.operation);
    if (root) planner.walk(asked.operation.selectionSet, root, false);
    const { steps, rootFields, isForever } = planner;
    const plan = { steps, rootFields };
    if (isForever) this.#plans.set(asked.operation, plan);
    return plan;
  }
}

class AccessPlanner {
  readonly steps: AccessStep[] = [];
  readonly rootFields: string[] = [];
  /** False where the next variables may take other selections out. */
  isForever = true;
  readonly #seen = new Set<string>();
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(private readonly asked: PlannedOperation) {
    this.#fragments = new Map(
      asked.document.definitions
        .filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
        .map((each) => [each.name.value, each]),
    );
  }

  walk(selections: SelectionSetNode, parent: GraphQLCompositeType, afterOpening: boolean): void {
    for (const selection of selections.selections) {
      if (dependsOnVariables(selection)) this.isForever = false;
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

  #fragment(name: string, afterOpening: boolean): void {
    const key = `${name}:${afterOpening}`;
    const fragment = this.#fragments.get(name);
    // A fragment says the same wherever it is spread.
    if (!fragment || this.#seen.has(key)) return;
    this.#seen.add(key);
    const type = this.#type(fragment.typeCondition.name.value);
    if (type) this.walk(fragment.selectionSet, type, afterOpening);
  }

  #field(node: FieldNode, parent: GraphQLCompositeType, afterOpening: boolean): void {
    const name = node.name.value;
    if (name === "__typename") return;
    if (name === "__schema" || name === "__type") return void this.steps.push({ kind: "SCHEMA" });
    const isRoot = parent === this.asked.schema.getRootType(this.asked.operation.operation);
    if (isRoot) this.rootFields.push(name);
    this.#require(parent.name, name, afterOpening);
    const field = "getFields" in parent ? parent.getFields()[name] : undefined;
    if (!field) return;
    for (const given of node.arguments ?? []) {
      const argument = field.args.find((each) => each.name === given.name.value);
      if (!argument) continue;
      this.#require(parent.name, argumentKey(name, argument.name), afterOpening);
      this.#literal(argument.type, given.value);
    }
    const type = getNamedType(field.type);
    const isOfSomebody = isRoot && (opensIdentity.has(name) || isSomebodyOrNull.has(name));
    if (node.selectionSet && isCompositeType(type))
      this.walk(node.selectionSet, type, afterOpening || isOfSomebody);
  }

  #literal(type: GraphQLInputType, node: ValueNode): void {
    if (node.kind === Kind.VARIABLE)
      return void this.steps.push({ kind: "VARIABLE", type, name: node.name.value });
    const inner = getNullableType(type);
    if (node.kind === Kind.LIST)
      return node.values.forEach((each) =>
        this.#literal(isListType(inner) ? inner.ofType : inner, each),
      );
    const named = getNamedType(inner);
    if (node.kind === Kind.ENUM) this.#require(named.name, node.value, false);
    if (node.kind === Kind.OBJECT && isInputObjectType(named))
      for (const field of node.fields) {
        this.#require(named.name, field.name.value, false);
        const known = named.getFields()[field.name.value];
        if (known) this.#literal(known.type, field.value);
      }
  }

  #require(type: string, member: string, afterOpening: boolean): void {
    const rule = this.asked.rules[type]?.[member];
    this.steps.push({ kind: "RULE", rule, what: `${type}.${member}`, afterOpening });
  }

  #type(name: string | undefined): GraphQLCompositeType | null {
    const type = name ? this.asked.schema.getType(name) : undefined;
    return type && isCompositeType(type) ? type : null;
  }
}
