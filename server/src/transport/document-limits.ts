import { maxAliasesRule } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import { maxDirectivesRule } from "@escape.tech/graphql-armor-max-directives";
import {
  GraphQLError,
  Kind,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from "graphql";
import { defaultPageSize } from "../shared/page.ts";
import { Refusal } from "../shared/refusal.ts";
import type { Variables } from "./is-left-out.ts";

/** What one document may ask for; docs/API.md repeats these numbers. */
export const documentLimits = {
  tokens: 2_000,
  depth: 12,
  aliases: 15,
  directives: 30,
  cost: 20_000,
  errors: 20,
} as const;

function tooComplex(context: ValidationContext | null, error: GraphQLError): void {
  const message = error.message.replace("Syntax Error: ", "");
  context?.reportError(new Refusal("DOCUMENT_TOO_COMPLEX", message));
}

const armour = { propagateOnRejection: false, onReject: [tooComplex] };

/** The same for HTTP and for sockets. */
export const limitRules = [
  maxDepthRule({ n: documentLimits.depth, ignoreIntrospection: true, ...armour }),
  maxAliasesRule({ n: documentLimits.aliases, allowList: [], ...armour }),
  maxDirectivesRule({ n: documentLimits.directives, ...armour }),
] as unknown as ValidationRule[];

/** Parses and validates as the HTTP side does; for operations that come over a socket. */
export function readDocument(schema: GraphQLSchema, text: string): DocumentNode | GraphQLError[] {
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: documentLimits.tokens });
  } catch (error) {
    const message = error instanceof GraphQLError ? error.message : "The document cannot be read.";
    return [new GraphQLError(message, { extensions: { code: "GRAPHQL_PARSE_FAILED" } })];
  }
  const errors = validate(schema, document, [...specifiedRules, ...limitRules], {
    maxErrors: documentLimits.errors,
  });
  return errors.length > 0 ? errors.map(withCode) : document;
}

function withCode(error: GraphQLError): GraphQLError {
  if (error.extensions["code"]) return error;
  return new GraphQLError(error.message.replace(/ Did you mean .*$/su, ""), {
    extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
  });
}

/**
 * Fields an operation could return: those of a page count once a row. It is reckoned from the
 * document alone, before anything is read.
 */
export function costOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const known = new Map<string, number>();

  const costOfSelections = (selections: SelectionSetNode, rows: number): number => {
    let cost = 0;
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FIELD) cost += costOfField(selection, rows);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        cost += costOfSelections(selection.selectionSet, rows);
      else cost += costOfFragment(selection.name.value, rows);
    }
    return Math.min(cost, Number.MAX_SAFE_INTEGER);
  };
  const costOfFragment = (name: string, rows: number): number => {
    const key = `${name}:${rows}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, 0);
    const fragment = fragments.get(name);
    const cost = fragment ? costOfSelections(fragment.selectionSet, rows) : 0;
    known.set(key, cost);
    return cost;
  };
  const costOfField = (field: FieldNode, rows: number): number => {
    if (field.name.value.startsWith("__")) return 1;
    if (!field.selectionSet) return 1;
    const name = field.name.value;
    const times = name === "nodes" || name === "edges" ? rows : 1;
    return 1 + times * costOfSelections(field.selectionSet, pageSizeOf(field, variables));
  };
  return costOfSelections(operation.selectionSet, 1);
}

export function checkCost(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): void {
  const cost = costOf(document, operation, variables);
  if (cost > documentLimits.cost)
    throw new Refusal(
      "DOCUMENT_TOO_COMPLEX",
      `The question could return ${cost} fields; ${documentLimits.cost} is the limit. Ask for fewer rows or fewer fields.`,
    );
}

/** The larger of first and last: which of them counts is decided later. */
function pageSizeOf(field: FieldNode, variables: Variables): number {
  const sizes = (field.arguments ?? [])
    .filter(({ name }) => name.value === "first" || name.value === "last")
    .map(({ value }) => {
      if (value.kind === Kind.INT) return Number(value.value);
      const given = value.kind === Kind.VARIABLE ? variables[value.name.value] : null;
      return typeof given === "number" ? given : 0;
    });
  return Math.max(...sizes, 0) || defaultPageSize;
}
