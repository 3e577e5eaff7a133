import { valueFromASTUntyped, type OperationDefinitionNode } from "graphql";
import type { Variables } from "./is-left-out.ts";

/**
 * What the variables will be when the operation runs: a default that the document brings counts like
 * a value that was sent. Whoever judges without it can be told one thing and made to run another.
 */
export function givenVariables(operation: OperationDefinitionNode, sent: Variables): Variables {
  const given: Record<string, unknown> = Object.assign(Object.create(null), sent);
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    if (defaultValue && given[name] === undefined) given[name] = valueFromASTUntyped(defaultValue);
  }
  return given;
}
