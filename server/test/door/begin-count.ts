import type { Caller } from "./caller.ts";

/** A count of a whole warehouse, begun; answers with its id. */
export async function beginCount(ada: Caller, warehouseId: string): Promise<string> {
  const made = await ada.ask(
    `mutation ($warehouseId: ID!) {
      createCountSession(input: { warehouseId: $warehouseId, title: "Everything", countType: FULL }) {
        ... on CountSessionCreated { session { id } }
      }
    }`,
    { warehouseId },
  );
  const { id } = made.data.createCountSession.session;
  const start =
    "mutation ($id: ID!) { startCountSession(input: { sessionId: $id }) { __typename } }";
  const { errors } = await ada.ask(start, { id });
  if (errors[0]) throw new Error(errors[0].message);
  return id as string;
}
