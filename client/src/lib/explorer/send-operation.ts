export interface OperationText {
  query: string;
  operationName?: string;
  variables: Record<string, unknown>;
}

/** Sends an operation as typed and gives the answer as it came: the explorer hides nothing. */
export async function sendOperation(operation: OperationText, signal?: AbortSignal) {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(operation),
    credentials: "same-origin",
    ...(signal && { signal }),
  });
  const answer: unknown = await response.json();
  return answer;
}
