import { Kind, print, visit, type DocumentNode, type OperationDefinitionNode } from "graphql";
import { rightsOf, type Identity } from "../accounts/domain/identity.ts";
import type { Variables } from "./is-left-out.ts";

/**
 * What two subscriptions must have in common for one answer to do for both: the document, the
 * rights, and every variable but those that only say where the feed begins.
 */
export function questionOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  identity: Identity,
): string {
  const asked = new Set(operation.selectionSet.selections.flatMap(argumentsOfField));
  const names = new Set<string>();
  visit(document, {
    Argument: (node) => (asked.has(node) ? false : undefined),
    Variable: ({ name }) => void names.add(name.value),
    VariableDefinition: () => false,
  });
  const given = [...names].sort().map((name) => [name, variables[name]]);
  return JSON.stringify([print(document), operation.name?.value, given, rightsOf(identity)]);
}

function argumentsOfField(
  selection: OperationDefinitionNode["selectionSet"]["selections"][number],
) {
  return selection.kind === Kind.FIELD ? (selection.arguments ?? []) : [];
}
