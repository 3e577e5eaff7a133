import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { people, signIn, warehouseIds, type Caller } from "./door/caller.ts";

let running: RunningServer;
let ines: Caller;
let maria: Caller;
let sessionId: string;
let lines: { id: string; quantitySnapshot: string; location: { id: string } }[];

const ask = async (document: string, variables: object = {}, caller = ines) => {
  const { data, errors, text } = await caller.ask(document, variables as never);
  if (errors[0]) throw new Error(text);
  return data;
};

/** A count of a few bulk items, in which nobody has to approve. */
beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  const ada = await signIn(running.url, people.administrator);
  ines = await signIn(running.url, people.supervisor);
  maria = await signIn(running.url, people.counter);
  const warehouseId = (await warehouseIds(ines))["MAIN"] ?? "";
  await ask(`mutation { saveOption(input: { code: "170", isOn: false }) { __typename } }`, {}, ada);
  const { items } = await ask(
    `{ items(first: 3, filter: { tracking: { eq: BULK } }) { nodes { id } } }`,
  );
  const scope = { itemIds: items.nodes.map(({ id }: { id: string }) => id) };
  const made = await ask(
    `mutation ($input: CreateCountSessionInput!) { createCountSession(input: $input) {
      ... on CountSessionCreated { session { id } } } }`,
    { input: { warehouseId, title: "Post it", countType: "ITEMS", scope, isBlind: true } },
  );
  sessionId = made.createCountSession.session.id;
  const begun = await ask(
    `mutation ($id: ID!) { startCountSession(input: { sessionId: $id }) {
      ... on CountSessionStarted { session { lines { nodes {
        id quantitySnapshot location { id } } } } } } }`,
    { id: sessionId },
  );
  lines = begun.startCountSession.session.lines.nodes;
  await countAll();
});
afterAll(() => running.stop());

/** One less than the books say on the first line, and exactly that on the others. */
async function countAll(): Promise<void> {
  const observations = lines.map(({ id, quantitySnapshot }, index) => ({
    externalId: `post-${index}`,
    mode: "ADD",
    lineId: id,
    quantity: index === 0 ? String(Number(quantitySnapshot) - 1) : quantitySnapshot,
    countedAt: new Date().toISOString(),
    clockOffsetMs: 0,
  }));
  const recorded = await ask(
    `mutation ($input: RecordObservationsInput!) { recordObservations(input: $input) {
      results { __typename } } }`,
    { input: { sessionId, observations } },
  );
  const kinds = recorded.recordObservations.results.map(
    ({ __typename }: { __typename: string }) => __typename,
  );
  expect(new Set(kinds)).toEqual(new Set(["ObservationRecorded"]));
}

const PREVIEW = `query ($input: PostingPreviewInput!) { postingPreview(input: $input) {
  digest canBePosted lines matches receipts issues unitsIn unitsOut notCounted
  byReason { reasonCode lines unitsIn unitsOut valueOut }
  refusals { reason lines } refusedLines { line { id } reasons messages } } }`;
const POST = `mutation ($input: PostSessionInput!) { postSession(input: $input) {
  ... on SessionPosted { wasPosted posting {
    id kind lineCount adjustedCount postedBy { name } session { status }
    totals { issues unitsOut valueOut takenBack }
    lines(onlyAdjusted: true) { totalCount nodes {
      kind quantityDelta valueDelta line { id posting { id } } } } } }
  ... on PostSessionRejected { reason message refusedLines { reasons } } } }`;
const REVERSE = `mutation ($input: ReversePostingInput!) { reversePosting(input: $input) {
  ... on PostingReversed { wasReversed posting {
    id kind reason reverses { id reversals { id } } session { status } } }
  ... on ReversePostingRejected { reason message } } }`;

const REPORT = `query ($id: ID!) { node(id: $id) { ... on Posting { report {
  byReason { reasonCode reasonName lines unitsIn unitsOut valueOut withoutCost }
  byPlace(first: 5) { location { id } lines unitsOut }
  countedBy { user { name } lines lastAt } approvedBy { lines } } } } }`;

let postingId: string;

test("another digest is refused, and nothing is posted", async () => {
  const { postSession } = await ask(POST, { input: { sessionId, digest: "another" } });
  expect(postSession).toMatchObject({ reason: "STALE_DIGEST", refusedLines: [] });
});

test("what was previewed is posted, and reported line by line", async () => {
  const { postingPreview: preview } = await ask(PREVIEW, { input: { sessionId } });
  expect(preview).toMatchObject({
    canBePosted: true,
    lines: lines.length,
    matches: lines.length - 1,
    issues: 1,
    unitsOut: "1",
    notCounted: 0,
    byReason: [{ reasonCode: null, lines: 1, unitsIn: "0", unitsOut: "1" }],
    refusals: [],
  });
  const { postSession } = await ask(POST, { input: { sessionId, digest: preview.digest } });
  const { posting } = postSession;
  postingId = posting.id;
  expect(postSession.wasPosted).toBe(false);
  expect(posting).toMatchObject({
    kind: "POSTING",
    lineCount: lines.length,
    adjustedCount: 1,
    session: { status: "PARTIAL" },
    totals: { issues: 1, unitsOut: "1", takenBack: 0 },
    lines: {
      totalCount: 1,
      nodes: [
        {
          kind: "ISSUE",
          quantityDelta: "-1",
          line: { id: lines[0]?.id, posting: { id: postingId } },
        },
      ],
    },
  });
  const again = await ask(POST, { input: { sessionId, digest: preview.digest } });
  expect(again.postSession).toMatchObject({ wasPosted: true, posting: { id: postingId } });
});

test("its adjustment report sums by reason and place, and names who has signed", async () => {
  const lineId = lines[0]?.id;
  const known = { lineId, basedOnRevision: 0, reasonCode: "THEFT" };
  const { recordInvestigation } = await ask(
    `mutation ($input: RecordInvestigationInput!) { recordInvestigation(input: $input) {
      __typename } }`,
    { input: known },
  );
  expect(recordInvestigation.__typename).toBe("InvestigationRecorded");
  const { report } = (await ask(REPORT, { id: postingId })).node;
  const sum = { lines: 1, unitsOut: "1" };
  expect(report).toMatchObject({
    byReason: [{ ...sum, reasonCode: "THEFT", reasonName: "Theft", unitsIn: "0" }],
    byPlace: [{ ...sum, location: { id: lines[0]?.location.id } }],
    countedBy: [{ lines: lines.length }],
    approvedBy: [],
  });
});

test("to a counter of a blind count it is open still, and postings are not his business", async () => {
  const { countSession } = await ask(
    `query ($id: ID!) { countSession(id: $id) { status } }`,
    { id: sessionId },
    maria,
  );
  expect(countSession.status).toBe("OPEN");
  for (const document of [
    `query ($id: ID!) { countSession(id: $id) { postings { totalCount } } }`,
    `query ($id: ID!) { countSession(id: $id) { lines { nodes { posting { id } } } } }`,
    `query ($id: ID!) { postingPreview(input: { sessionId: $id }) { digest } }`,
  ]) {
    const { errors } = await maria.ask(document, { id: sessionId });
    expect(errors[0]?.extensions?.["code"]).toBe("FORBIDDEN");
  }
});

test("a posted line says so by name, and its reversal is linked both ways", async () => {
  const lineIds = [lines[0]?.id];
  const { postingPreview } = await ask(PREVIEW, { input: { sessionId, lineIds } });
  expect(postingPreview).toMatchObject({
    canBePosted: false,
    refusals: [{ reason: "ALREADY_POSTED", lines: 1 }],
    refusedLines: [
      {
        line: { id: lines[0]?.id },
        reasons: ["ALREADY_POSTED"],
        messages: ["It is posted already."],
      },
    ],
  });
  const input = { postingId, lineIds, reason: "found behind the shelf" };
  const { reversePosting } = await ask(REVERSE, { input });
  expect(reversePosting).toMatchObject({
    wasReversed: false,
    posting: {
      kind: "REVERSAL",
      reason: "found behind the shelf",
      reverses: { id: postingId, reversals: [{ id: reversePosting.posting.id }] },
    },
  });
  const undone = { postingId: reversePosting.posting.id, reason: "no" };
  expect((await ask(REVERSE, { input: undone })).reversePosting).toMatchObject({
    reason: "REVERSAL_OF_REVERSAL",
  });
});

test("a count lists its postings, the latest first", async () => {
  const { countSession } = await ask(
    `query ($id: ID!) { countSession(id: $id) { postings { totalCount nodes { kind } } } }`,
    { id: sessionId },
  );
  expect(countSession.postings).toEqual({
    totalCount: 2,
    nodes: [{ kind: "REVERSAL" }, { kind: "POSTING" }],
  });
});

test("lines and a selection are not named both, and a token must be one", async () => {
  const both = { sessionId, selection: "x", lineIds: [lines[0]?.id] };
  for (const input of [both, { sessionId, selection: "x" }]) {
    const { errors } = await ines.ask(PREVIEW, { input });
    expect(errors[0]?.extensions?.["code"]).toBe("BAD_USER_INPUT");
  }
  const { postSession } = await ask(POST, { input: { sessionId, selection: "x", digest: "x" } });
  expect(postSession).toMatchObject({ reason: "SELECTION_UNKNOWN" });
});
