import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { brokenIn, explain } from "./door/explain-stock.ts";
import { makeKey, people, signIn, warehouseIds, type Caller } from "./door/caller.ts";

let running: RunningServer;
let warehouseId: string;
const who = {} as Record<"ada" | "ines" | "petra" | "maria", Caller>;

const ask = async (caller: Caller, document: string, variables: object = {}) => {
  const { data, errors, text } = await caller.ask(document, variables);
  if (errors[0]) throw new Error(text);
  return data;
};

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  who.ada = await signIn(running.url, people.administrator);
  who.ines = await signIn(running.url, people.supervisor);
  who.petra = await signIn(running.url, people.approver);
  who.maria = await signIn(running.url, people.counter);
  warehouseId = (await warehouseIds(who.ines))["MAIN"] ?? "";
});
afterAll(() => running.stop());

interface Line {
  id: string;
  quantitySnapshot: string;
  item: { id: string };
}

let made = 0;

/** A count of a few bulk items that no other of these tests counts. */
async function begin(): Promise<{ sessionId: string; lines: Line[] }> {
  const { items } = await ask(
    who.ines,
    `{ items(first: 50, filter: { tracking: { eq: BULK } }) { nodes { id } } }`,
  );
  const itemIds = items.nodes.slice(made, made + 3).map(({ id }: { id: string }) => id);
  made += 3;
  const input = { warehouseId, title: "Approve it", countType: "ITEMS", scope: { itemIds } };
  const { createCountSession } = await ask(
    who.ines,
    `mutation ($input: CreateCountSessionInput!) { createCountSession(input: $input) {
      ... on CountSessionCreated { session { id } } } }`,
    { input: { ...input, isBlind: true } },
  );
  const sessionId = createCountSession.session.id;
  const { startCountSession } = await ask(
    who.ines,
    `mutation ($id: ID!) { startCountSession(input: { sessionId: $id }) {
      ... on CountSessionStarted { session { lines { nodes {
        id quantitySnapshot item { id } } } } } } }`,
    { id: sessionId },
  );
  return { sessionId, lines: startCountSession.session.lines.nodes };
}

let entries = 0;

async function count(caller: Caller, sessionId: string, line: Line | undefined, more: number) {
  entries += 1;
  const observation = {
    ...{ externalId: `approve-${entries}`, mode: "ADD", lineId: line?.id, clockOffsetMs: 0 },
    quantity: String(Number(line?.quantitySnapshot) + more),
    countedAt: new Date().toISOString(),
  };
  const { recordObservations } = await ask(
    caller,
    `mutation ($input: RecordObservationsInput!) { recordObservations(input: $input) {
      results { __typename } } }`,
    { input: { sessionId, observations: [observation] } },
  );
  expect(recordObservations.results).toEqual([{ __typename: "ObservationRecorded" }]);
}

const PREVIEW = `query ($input: ApprovalPreviewInput!) { approvalPreview(input: $input) {
  numbersDigest canApprove lines valueGross valueNet refusals { reason lines }
  refusedLines { line { id } reasons messages } } }`;
const APPROVE = `mutation ($input: ApproveLinesInput!) { approveLines(input: $input) {
  ... on LinesApproved { lines session { approval { isRequired approved waiting lost } }
    refusedLines { line { id } reasons } }
  ... on ApproveLinesRejected { reason message refusedLines { line { id } reasons } } } }`;

async function approve(caller: Caller, sessionId: string, lineIds?: (string | undefined)[]) {
  const { approvalPreview } = await ask(caller, PREVIEW, { input: { sessionId, lineIds } });
  const { numbersDigest } = approvalPreview;
  const input = { sessionId, lineIds, numbersDigest };
  return (await ask(caller, APPROVE, { input })).approveLines;
}

const stateOf = async (line: Line | undefined) => {
  const document = `query ($id: ID!) { node(id: $id) { ... on CountLine { approval {
    state isOwnCount lostBecause by { name } lostBy { name } } } } }`;
  return (await ask(who.petra, document, { id: line?.id })).node.approval;
};

describe("T30: whoever approves", () => {
  test("approves only what she did not count, by whichever session or key", async () => {
    const { sessionId, lines } = await begin();
    const [own, others] = lines;
    await count(who.ada, sessionId, own, -1);
    await count(who.maria, sessionId, others, -1);
    const permissions = ["approve:stock-count", "view:stock-count", "view:expected-quantity"];
    const catalogue = [...permissions, "view:cost", "view:catalogue"];
    const ways = [
      who.ada,
      await signIn(running.url, people.administrator),
      (await makeKey(who.ada, { permissions: catalogue })).caller,
    ];
    for (const ada of ways)
      expect(await approve(ada, sessionId, [own?.id])).toMatchObject({
        reason: "NOTHING_TO_APPROVE",
        refusedLines: [{ line: { id: own?.id }, reasons: ["OWN_COUNT"] }],
      });
    expect(await approve(who.ada, sessionId)).toMatchObject({
      lines: 1,
      refusedLines: [{ line: { id: own?.id }, reasons: ["OWN_COUNT"] }],
      session: { approval: { isRequired: true, approved: 1, waiting: 1, lost: 0 } },
    });
    expect(await stateOf(own)).toBeNull();
    expect(await approve(who.petra, sessionId)).toMatchObject({ lines: 1, refusedLines: [] });
    expect(await stateOf(own)).toMatchObject({ state: "APPROVED", isOwnCount: false });
  });

  test("cannot count through the key that approves, nor approve through the one that counts", async () => {
    const { sessionId, lines } = await begin();
    await count(who.ada, sessionId, lines[0], -1);
    const counting = await makeKey(who.ada, {
      permissions: ["view:stock-count", "update:stock-count"],
    });
    const answer = await counting.caller.ask(PREVIEW, { input: { sessionId } });
    expect(answer.code).toBe("FORBIDDEN");
    for (const caller of [who.maria, who.ines])
      expect((await caller.ask(PREVIEW, { input: { sessionId } })).code).toBe("FORBIDDEN");
  });

  test("sees her digest refused where a line was counted again meanwhile", async () => {
    const { sessionId, lines } = await begin();
    await count(who.maria, sessionId, lines[0], -1);
    const { approvalPreview } = await ask(who.petra, PREVIEW, { input: { sessionId } });
    await count(who.maria, sessionId, lines[0], 1);
    const { numbersDigest } = approvalPreview;
    const { approveLines } = await ask(who.petra, APPROVE, { input: { sessionId, numbersDigest } });
    expect(approveLines).toMatchObject({
      reason: "NUMBERS_CHANGED",
      refusedLines: [{ line: { id: lines[0]?.id }, reasons: ["NUMBERS_CHANGED"] }],
    });
  });

  test("loses an approval when somebody counts the line again, and is told who", async () => {
    const { sessionId, lines } = await begin();
    await count(who.maria, sessionId, lines[0], -1);
    await approve(who.petra, sessionId);
    await count(who.maria, sessionId, lines[0], 0);
    expect(await stateOf(lines[0])).toMatchObject({
      ...{ state: "LOST", lostBecause: "ENTRY_RECORDED" },
      lostBy: { name: expect.stringContaining("Maria") },
    });
    const { notices } = await ask(
      who.petra,
      `query ($id: ID!) { notices(warehouseId: $id, first: 1) { nodes {
        kind count recipient { name } } } }`,
      { id: warehouseId },
    );
    expect(notices.nodes).toEqual([
      { kind: "APPROVAL_LOST", count: 1, recipient: { name: expect.stringContaining("Petra") } },
    ]);
  });

  test("has a limit in money that an administrator sets, and not she herself", async () => {
    const { viewer } = await ask(who.petra, `{ viewer { user { id } } }`);
    const own = await ask(who.ada, `{ viewer { user { id } } }`);
    const save = `mutation ($input: SaveApproverLimitInput!) { saveApproverLimit(input: $input) {
      ... on ApproverLimitSaved { limits { valueAtMost user { name } } }
      ... on SaveApproverLimitRejected { reason } } }`;
    const limit = (userId: string, valueAtMost: string | null) =>
      ask(who.ada, save, { input: { warehouseId, userId, valueAtMost } });
    expect((await limit(own.viewer.user.id, "1")).saveApproverLimit).toEqual({
      reason: "OWN_LIMIT",
    });
    expect((await limit(viewer.user.id, "0")).saveApproverLimit.limits).toMatchObject([
      { valueAtMost: "0" },
    ]);
    const { sessionId, lines } = await begin();
    await count(who.maria, sessionId, lines[0], -1);
    expect(await approve(who.petra, sessionId)).toMatchObject({ reason: "NOTHING_TO_APPROVE" });
    await limit(viewer.user.id, null);
    expect(await approve(who.petra, sessionId)).toMatchObject({ lines: 1 });
    const forbidden = await who.petra.ask(save, { input: { warehouseId, userId: "x" } });
    expect(forbidden.code).toBe("FORBIDDEN");
  });
});

test("a count that was posted, partly reversed, and posted again still explains every unit of stock from its opening", async () => {
  const { sessionId, lines } = await begin();
  for (const [at, line] of lines.entries()) await count(who.maria, sessionId, line, at - 1);
  await approve(who.petra, sessionId);
  const first = await post(sessionId);
  const lineIds = [lines.find((_, at) => at !== 1)?.id];
  const { reversePosting } = await ask(
    who.ines,
    `mutation ($input: ReversePostingInput!) { reversePosting(input: $input) {
      ... on PostingReversed { posting { kind } } ... on ReversePostingRejected { reason message } } }`,
    { input: { postingId: first.posting.id, lineIds, reason: "found behind the pallet" } },
  );
  expect(reversePosting).toEqual({ posting: { kind: "REVERSAL" } });
  expect((await post(sessionId)).posting).toMatchObject({ lineCount: 1 });
  const kinds = await explain(who.ines, running.databaseUrl, {
    warehouseId,
    itemIds: lines.map(({ item }) => item.id),
  });
  expect(kinds).toEqual(["COUNT_ADJUSTMENT", "REVERSAL"]);
  expect(await brokenIn(running.databaseUrl)).toEqual([]);
  const { auditCheck, auditLog } = await ask(
    who.ines,
    `query ($id: ID!, $s: ID!) {
      auditCheck(warehouseId: $id) { isIntact broken { kind position } }
      auditLog(warehouseId: $id, filter: { sessionId: $s }) { nodes { kind actor { name } } } }`,
    { id: warehouseId, s: sessionId },
  );
  expect(auditCheck).toEqual({ isIntact: true, broken: [] });
  expect(auditLog.nodes.map(({ kind }: { kind: string }) => kind)).toEqual([
    ...["POSTING_MADE", "POSTING_REVERSED", "POSTING_MADE", "LINES_APPROVED", "SESSION_STARTED"],
  ]);
});

async function post(sessionId: string) {
  const accepted = ["COST_MISSING", "MOVED_DURING_COUNT", "TIME_UNCERTAIN"];
  const { postingPreview } = await ask(
    who.ines,
    `query ($input: PostingPreviewInput!) { postingPreview(input: $input) {
      digest refusedLines { reasons } } }`,
    { input: { sessionId, accepted } },
  );
  const { postSession } = await ask(
    who.ines,
    `mutation ($input: PostSessionInput!) { postSession(input: $input) {
      ... on SessionPosted { posting { id lineCount } }
      ... on PostSessionRejected { reason refusedLines { reasons } } } }`,
    { input: { sessionId, accepted, digest: postingPreview.digest } },
  );
  expect(postSession).toHaveProperty("posting");
  return postSession;
}
