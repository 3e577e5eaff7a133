import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { people, signIn, warehouseIds, type Caller } from "./door/caller.ts";

let running: RunningServer;
let ines: Caller;
let maria: Caller;
let jonas: Caller;
let jonasId: string;
let warehouseId: string;
let sessionId: string;
let lines: { id: string; quantitySnapshot: string }[];

const ask = async (document: string, variables: object = {}, caller = ines) => {
  const { data, errors, text } = await caller.ask(document, variables);
  if (errors[0]) throw new Error(text);
  return data;
};

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  ines = await signIn(running.url, people.supervisor);
  maria = await signIn(running.url, people.counter);
  jonas = await signIn(running.url, "jonas@tallyroom.example");
  jonasId = (await ask("{ viewer { user { id } } }", {}, jonas)).viewer.user.id;
  warehouseId = (await warehouseIds(ines))["MAIN"] ?? "";
  const { items } = await ask(
    `{ items(first: 3, filter: { tracking: { eq: BULK } }) { nodes { id } } }`,
  );
  const scope = { itemIds: items.nodes.map(({ id }: { id: string }) => id) };
  const made = await ask(
    `mutation ($input: CreateCountSessionInput!) { createCountSession(input: $input) {
      ... on CountSessionCreated { session { id } } } }`,
    { input: { warehouseId, title: "Again", countType: "ITEMS", scope, isBlind: true } },
  );
  sessionId = made.createCountSession.session.id;
  const begun = await ask(
    `mutation ($id: ID!) { startCountSession(input: { sessionId: $id }) {
      ... on CountSessionStarted { session { lines { nodes { id quantitySnapshot } } } } } }`,
    { id: sessionId },
  );
  lines = begun.startCountSession.session.lines.nodes;
  await enter(
    maria,
    lines.map((line, index) => (index === 0 ? Number(line.quantitySnapshot) - 1 : null)),
  );
});
afterAll(() => running.stop());

let made = 0;

/** One entry a line; null counts what the books say. */
async function enter(caller: Caller, quantities: (number | null)[]): Promise<object[]> {
  const observations = quantities.map((quantity, index) => {
    made += 1;
    return {
      ...{ externalId: `again-${made}`, mode: "ADD", lineId: lines[index]?.id, clockOffsetMs: 0 },
      quantity: String(quantity ?? lines[index]?.quantitySnapshot),
      countedAt: new Date().toISOString(),
    };
  });
  const { recordObservations } = await ask(
    `mutation ($input: RecordObservationsInput!) { recordObservations(input: $input) {
      results { __typename ... on ObservationRejected { reason } } } }`,
    { input: { sessionId, observations } },
    caller,
  );
  return recordObservations.results;
}

const REQUEST = `mutation ($input: RequestRecountInput!) { requestRecount(input: $input) {
  ... on RecountRequested { lineIds controlCount wasAsked refused { lineId reason message }
    session { recounts { asked agreed } } }
  ... on RequestRecountRejected { reason message } } }`;
const request = async (input: object, caller = ines) =>
  (
    await ask(
      REQUEST,
      { input: { sessionId, key: "first", reason: "one too few", ...input } },
      caller,
    )
  ).requestRecount;
const LINE = `query ($id: ID!) { node(id: $id) { ... on CountLine {
  version round recountStatus recountAssignee { name } state quantityCounted quantityVariance
  rounds { round cause reason stands quantityCounted counters { name } } } } }`;

test("finds the shortages and asks somebody else to recount", async () => {
  const { countSession } = await ask(
    `query ($id: ID!) { countSession(id: $id) {
      lines(query: { view: SHORTAGES }) { nodes { id quantityVariance } } } }`,
    { id: sessionId },
  );
  const [short] = lines;
  expect(countSession.lines.nodes).toEqual([{ id: short?.id, quantityVariance: "-1" }]);
  const { selectLines } = await ask(
    `mutation ($id: ID!) { selectLines(input: { sessionId: $id, query: { view: SHORTAGES } }) {
      selection { token } } }`,
    { id: sessionId },
  );
  const selection = selectLines.selection.token as string;
  const asked = await request({ selection, assigneeId: jonasId });
  expect(asked).toMatchObject({ lineIds: [short?.id], refused: [], wasAsked: false });
  expect(asked.session.recounts).toEqual({ asked: 1, agreed: 0 });
  expect(await request({ selection, assigneeId: jonasId })).toMatchObject({ wasAsked: true });
  expect((await ask(LINE, { id: short?.id })).node).toMatchObject({
    ...{ round: 2, recountStatus: "ASKED", quantityVariance: "-1" },
    recountAssignee: { name: "Jonas Weber" },
  });
});

test("whoever is asked is told, is led there, and sees nothing of what was found", async () => {
  const told = await ask(
    `query ($w: ID!, $id: ID!) {
      unreadOwnNoticeCount(warehouseId: $w)
      ownNotices(warehouseId: $w) { nodes { kind lineCount session { id } } }
      countSession(id: $id) { nextLocation { id }
        lines(query: { filter: { state: { eq: NOT_VISITED } } }) { nodes {
          id round state quantityCounted location { id } counters { name } countedBefore { name } } }
        totals { counted } } }`,
    { w: warehouseId, id: sessionId },
    jonas,
  );
  expect(told.ownNotices.nodes).toEqual([
    { kind: "RECOUNT_ASKED", lineCount: 1, session: { id: sessionId } },
  ]);
  expect(told.unreadOwnNoticeCount).toBe(1);
  const [line] = told.countSession.lines.nodes;
  expect(line).toMatchObject({ id: lines[0]?.id, round: 2, quantityCounted: null, counters: [] });
  expect(line.countedBefore).toHaveLength(1);
  expect(told.countSession.nextLocation.id).toBe(line.location.id);
  expect(told.countSession.totals.counted).toBe(lines.length - 1);
  const read = `mutation ($w: ID!) { readOwnNotices(input: { warehouseId: $w, upTo: 1 }) { unread } }`;
  expect(await ask(read, { w: warehouseId }, jonas)).toEqual({ readOwnNotices: { unread: 0 } });
  const hers = await ask(
    `query ($w: ID!) { ownNotices(warehouseId: $w) { totalCount } }`,
    { w: warehouseId },
    maria,
  );
  expect(hers.ownNotices.totalCount).toBe(0);
});

test("who counted it is refused, and the other settles it by finding the same", async () => {
  const short = Number(lines[0]?.quantitySnapshot) - 1;
  expect(await enter(maria, [short])).toEqual([
    { __typename: "ObservationRejected", reason: "RECOUNT_BY_SAME_PERSON" },
  ]);
  expect(await enter(jonas, [short])).toEqual([{ __typename: "ObservationRecorded" }]);
  const { node } = await ask(LINE, { id: lines[0]?.id });
  expect(node).toMatchObject({ recountStatus: "AGREED", quantityVariance: "-1" });
  expect(node.rounds).toMatchObject([
    { round: 1, cause: null, stands: false, quantityCounted: String(short) },
    { round: 2, cause: "ASKED", reason: "one too few", stands: true },
  ]);
});

test("bad input has a reason of its own, with the facts", async () => {
  const [first, second] = lines.map(({ id }) => id);
  const reasonOf = async (input: object) => (await request({ key: "bad", ...input })).reason;
  expect(await reasonOf({ lineIds: [first], reason: " " })).toBe("REASON_MISSING");
  expect(await reasonOf({ lineIds: [first], key: " " })).toBe("KEY_MISSING");
  expect(await reasonOf({ lineIds: [first], key: "first" })).toBe("KEY_REUSED");
  expect(await reasonOf({ selection: "x" })).toBe("SELECTION_UNKNOWN");
  const nobody = Buffer.from("User:nobody").toString("base64url");
  expect(await reasonOf({ lineIds: [first], assigneeId: nobody })).toBe("ASSIGNEE_UNKNOWN");
  const both = await ines.ask(REQUEST, {
    input: { sessionId, key: "k", reason: "r", lineIds: [first], view: "ALL" },
  });
  expect(both.code).toBe("BAD_USER_INPUT");
  expect((await maria.ask(REQUEST, { input: { sessionId, key: "k", reason: "r" } })).code).toBe(
    "FORBIDDEN",
  );
  const mariaId = (await ask("{ viewer { user { id } } }", {}, maria)).viewer.user.id;
  const refused = await request({ key: "hers", lineIds: [second], assigneeId: mariaId });
  expect(refused.refused).toMatchObject([{ lineId: second, reason: "ASSIGNEE_HAS_COUNTED" }]);
});

test("a round is chosen with a reason, by somebody who looked at the line as it is", async () => {
  const CHOOSE = `mutation ($input: ChooseRoundInput!) { chooseRound(input: $input) {
    ... on RoundChosen { line { recountStatus rounds { round chosenBecause chosenBy { name } } } }
    ... on ChooseRoundRejected { reason } } }`;
  const [line] = lines;
  const { node } = await ask(LINE, { id: line?.id });
  const choose = async (input: object) =>
    (
      await ask(CHOOSE, {
        input: { lineId: line?.id, round: 1, reason: "seen", version: node.version, ...input },
      })
    ).chooseRound;
  expect(await choose({ reason: " " })).toEqual({ reason: "REASON_MISSING" });
  expect(await choose({ version: 1 })).toEqual({ reason: "LINE_CHANGED" });
  expect(await choose({ round: 3 })).toEqual({ reason: "ROUND_NOT_COUNTED" });
  const { line: chosen } = await choose({});
  expect(chosen.recountStatus).toBe("CHOSEN");
  expect(chosen.rounds[0]).toMatchObject({ round: 1, chosenBecause: "seen" });
});
