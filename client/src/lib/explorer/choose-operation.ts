import { Kind, type DocumentNode, type OperationTypeNode } from "graphql";

interface ChosenOperation {
  name: string | undefined;
  kind: `${OperationTypeNode}`;
}

/** Of several operations in one document the one at the cursor runs, else the first. */
export function chooseOperation(document: DocumentNode, cursor: number): ChosenOperation {
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const atCursor = operations.find(
    ({ loc }) => loc !== undefined && loc.start <= cursor && cursor <= loc.end,
  );
  const chosen = atCursor ?? operations[0];
  if (!chosen) throw new Error("There is no operation to run.");
  return { name: chosen.name?.value, kind: chosen.operation };
}
