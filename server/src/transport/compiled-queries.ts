import {
  execute,
  getNamedType,
  getVariableValues,
  GraphQLError,
  isAbstractType,
  Kind,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import type { Variables } from "./is-left-out.ts";

/** How much is kept: a stranger may send as many documents as they like. */
export const compileLimits = {
  /** A document is compiled when it comes for the second time. */
  seen: 1_000,
  compiled: 250,
  /** Fields with all fragments written out: each becomes code. */
  fields: 500,
} as const;

export interface Asked {
  document: DocumentNode;
  /** The same for the same text. */
  documentKey: string;
  operation: OperationDefinitionNode | undefined;
  operationName: string | undefined;
  variables: Variables;
  context: unknown;
}

export type ExecuteOperation = (asked: Asked) => Promise<ExecutionResult> | ExecutionResult;

/**
 * Runs queries that come again as compiled functions, and everything else by graphql-js: mutations,
 * introspection, interfaces and unions, fragments under a condition, what is too large, and variables
 * that cannot be read, so that each error keeps its words. Expects an operation that was judged.
 */
export function createExecutor(
  schema: GraphQLSchema,
  { compilesAtOnce = false }: { compilesAtOnce?: boolean } = {},
): ExecuteOperation {
  const seen = new RecentlyUsed<true>(compileLimits.seen);
  const compiled = new RecentlyUsed<CompiledQuery | null>(compileLimits.compiled);

  const compiledOf = ({ document, documentKey, operation, operationName }: Asked) => {
    if (operation?.operation !== OperationTypeNode.QUERY) return null;
    const key = `${documentKey} ${operationName ?? ""}`;
    const known = compiled.get(key);
    if (known !== undefined) return known;
    if (!compilesAtOnce && !seen.get(key)) {
      seen.set(key, true);
      return null;
    }
    const made = compile(schema, document, operation, operationName);
    compiled.set(key, made);
    return made;
  };

  return (asked) => {
    const { document, operation, operationName, variables, context } = asked;
    const query = compiledOf(asked);
    if (query && operation) {
      const definitions = operation.variableDefinitions ?? [];
      const { coerced } = getVariableValues(schema, definitions, variables, { maxErrors: 1 });
      if (coerced) return afterCompiled(query.query(undefined, context, variables));
    }
    return execute({
      schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: context,
    });
  };
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  operationName: string | undefined,
): CompiledQuery | null {
  if (!isCompilable(schema, document) || countFields(document, operation) > compileLimits.fields)
    return null;
  const made = compileQuery(schema, document, operationName);
  return isCompiledQuery(made) ? made : null;
}

export function isCompilable(schema: GraphQLSchema, document: DocumentNode): boolean {
  let isPlain = true;
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      FragmentSpread: ({ directives }) => void (isPlain &&= !directives?.length),
      InlineFragment: ({ directives }) => void (isPlain &&= !directives?.length),
      Field: ({ name }) => {
        const type = types.getType();
        if (!type || isAbstractType(getNamedType(type))) isPlain = false;
        if (name.value === "__schema" || name.value === "__type") isPlain = false;
      },
    }),
  );
  return isPlain;
}

async function afterCompiled(
  running: Promise<ExecutionResult> | ExecutionResult,
): Promise<ExecutionResult> {
  const { data, errors } = await running;
  return errors ? { errors: errors.map(asOfLibrary), data: data ?? null } : { data: data ?? null };
}

/** The compiled functions make errors of a kind of their own, without what ours are told apart by. */
function asOfLibrary({ message, path, locations, originalError }: GraphQLError): GraphQLError {
  const error = new GraphQLError(message, { path, originalError });
  return Object.assign(error, { locations });
}

/** Stops soon after the limit: fragments within fragments grow without end. */
function countFields(document: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = new Map<string, SelectionSetNode>();
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each.selectionSet);
  const waiting: (SelectionSetNode | undefined)[] = [operation.selectionSet];
  let count = 0;
  while (waiting.length > 0 && count <= compileLimits.fields) {
    for (const selection of waiting.pop()?.selections ?? []) {
      count += 1;
      if (selection.kind === Kind.FRAGMENT_SPREAD)
        waiting.push(fragments.get(selection.name.value));
      else waiting.push(selection.selectionSet);
    }
  }
  return count;
}

/** A map that forgets what was not asked for longest. */
class RecentlyUsed<Value> {
  readonly #kept = new Map<string, Value>();

  constructor(private readonly limit: number) {}

  get(key: string): Value | undefined {
    const value = this.#kept.get(key);
    if (value === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.#kept.set(key, value);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.limit && oldest !== undefined) this.#kept.delete(oldest);
  }
}
