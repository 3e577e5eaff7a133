import type { Caller } from "./caller.ts";

async function ask(caller: Caller, document: string, variables: object) {
  const { data, errors, text } = await caller.ask(document, variables);
  if (errors[0]) throw new Error(text);
  return data;
}

/** A count of three bulk items, of each of which one too few is found. */
export async function countOnce(desk: Caller, counter: Caller, warehouseId: string) {
  const bulk = `{ items(first: 3, filter: { tracking: { eq: BULK } }) { nodes { id } } }`;
  const { items } = await ask(desk, bulk, {});
  const scope = { itemIds: items.nodes.map(({ id }: { id: string }) => id) };
  const made = await ask(
    desk,
    `mutation ($input: CreateCountSessionInput!) { createCountSession(input: $input) {
      ... on CountSessionCreated { session { id } } } }`,
    { input: { warehouseId, title: "To be audited", countType: "ITEMS", scope } },
  );
  const sessionId: string = made.createCountSession.session.id;
  const begun = await ask(
    desk,
    `mutation ($id: ID!) { startCountSession(input: { sessionId: $id }) {
      ... on CountSessionStarted { session { lines { nodes { id quantitySnapshot } } } } } }`,
    { id: sessionId },
  );
  const lines: { id: string; quantitySnapshot: string }[] =
    begun.startCountSession.session.lines.nodes;
  const observations = lines.map(({ id, quantitySnapshot }) => ({
    ...{ externalId: `audited ${id}`, mode: "ADD", lineId: id, clockOffsetMs: 0 },
    quantity: String(Number(quantitySnapshot) - 1),
    countedAt: new Date().toISOString(),
  }));
  await ask(
    counter,
    `mutation ($input: RecordObservationsInput!) { recordObservations(input: $input) {
      results { __typename } } }`,
    { input: { sessionId, observations } },
  );
  return sessionId;
}

/** Somebody approves it all, and somebody posts it. */
export async function postAll(desk: Caller, approver: Caller, sessionId: string): Promise<void> {
  const preview = `query ($id: ID!) { approvalPreview(input: { sessionId: $id }) { numbersDigest } }`;
  const { approvalPreview } = await ask(approver, preview, { id: sessionId });
  await ask(
    approver,
    `mutation ($input: ApproveLinesInput!) { approveLines(input: $input) { __typename } }`,
    { input: { sessionId, numbersDigest: approvalPreview.numbersDigest } },
  );
  const accepted = ["COST_MISSING", "MOVED_DURING_COUNT", "TIME_UNCERTAIN"];
  const plan = `query ($input: PostingPreviewInput!) { postingPreview(input: $input) { digest } }`;
  const { postingPreview } = await ask(desk, plan, { input: { sessionId, accepted } });
  const { postSession } = await ask(
    desk,
    `mutation ($input: PostSessionInput!) { postSession(input: $input) { __typename } }`,
    { input: { sessionId, accepted, digest: postingPreview.digest } },
  );
  if (postSession.__typename !== "SessionPosted") throw new Error("It was not posted.");
}
