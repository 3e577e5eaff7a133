import { Caller } from "../door/caller.ts";
import type { World } from "./build-world.ts";
import { selectionOf } from "./selection-of.ts";

const views = [
  "ALL",
  "DISCREPANCIES",
  "OVERAGES",
  "SHORTAGES",
  "NOT_COUNTED",
  "FLAGGED",
  "OUT_OF_TOLERANCE",
  "RECOUNT",
  "NOT_POSTED",
  "LOCATION_MOVES",
];
const groupings = ["LOCATION", "ITEM", "CATEGORY", "REASON"];
const orders = [
  "LINE_NUMBER",
  "ITEM",
  "LOCATION",
  "QUANTITY_COUNTED",
  "QUANTITY_EXPECTED",
  "QUANTITY_VARIANCE",
];
const statuses = ["DRAFT", "OPEN", "PENDING_APPROVAL", "PARTIAL", "POSTED", "CANCELLED"];

/** Documents with the names of ids in angle brackets. */
export function documentsOf(sessions: readonly string[]): string[] {
  const line = selectionOf("CountLine", 2);
  const list = (condition: string) => `{
    countSessions(warehouseId: "<warehouse>", first: 10${condition}) {
      totalCount nodes { ${selectionOf("CountSession", 1)} }
    }
  }`;
  const totals = (filter: string) => `{
    countSessionTotals(warehouseId: "<warehouse>"${filter}) {
      ${selectionOf("CountSessionTotals", 1)} } }`;
  const ofSession = (name: string, field: string) =>
    `{ countSession(id: "<${name}>") { ${field} } }`;
  const perSession = sessions.flatMap((name) => [
    ofSession(name, selectionOf("CountSession", 3)),
    `{ node(id: "<${name}>") { ... on CountSession { ${selectionOf("CountSession", 1)} } } }`,
    ...views.flatMap((view) => [
      ofSession(name, `lines(first: 8, query: { view: ${view} }) { totalCount nodes { ${line} } }`),
      ofSession(name, `lineWindow(offset: 0, limit: 8, query: { view: ${view} }) { id }`),
      ofSession(name, `totals(query: { view: ${view} }) { ${selectionOf("CountLineTotals", 0)} }`),
      `mutation { selectLines(input: { sessionId: "<${name}>", query: { view: ${view} } }) {
        selection { lineCount } } }`,
    ]),
    ...groupings.map((by) =>
      ofSession(name, `lineGroups(by: ${by}) { ${selectionOf("CountLineGroup", 1)} }`),
    ),
    ofSession(
      name,
      `lines(first: 8, query: { filter: { reasonCode: { isNull: true } } }) { totalCount }`,
    ),
    ...orders.flatMap((field) =>
      ["ASC", "DESC"].map((direction) =>
        ofSession(
          name,
          `lines(first: 8, query: { orderBy: { field: ${field}, direction: ${direction} } }) {
            nodes { id } }`,
        ),
      ),
    ),
    ofSession(
      name,
      `lines(first: 8, query: { changedSince: "<${name} cursor>" }) { totalCount nodes { ${line} } }`,
    ),
    ...["S1", "S2", "S3", "bolt", "L1"].map((word) =>
      ofSession(name, `lines(first: 8, query: { search: "${word}" }) { nodes { id } }`),
    ),
  ]);
  return [
    list(""),
    ...statuses.map((status) => list(`, filter: { status: { eq: ${status} } }`)),
    totals(""),
    ...statuses.map((status) => totals(`, filter: { status: { eq: ${status} } }`)),
    ...perSession,
    `{ countOptions(warehouseId: "<warehouse>") { code isOn number text } }`,
    `{ items(first: 8) { nodes { ${selectionOf("Item", 2)} } } }`,
    `{ locations(warehouseId: "<warehouse>", first: 8) { nodes { ${selectionOf("Location", 1)} } } }`,
    // Refused, in every world with the same words.
    `{ quants(warehouseId: "<warehouse>") { totalCount } }`,
    `{ stockMoves(warehouseId: "<warehouse>") { totalCount } }`,
    `{ items { nodes { quantityOnHand(warehouseId: "<warehouse>") } } }`,
    `{ countPreview(input: { warehouseId: "<warehouse>", countType: FULL }) { lineCount } }`,
    `subscription { stockFeed(warehouseId: "<warehouse>") { cursor } }`,
  ];
}

/** All answers, with what chance and the clock have made told apart by name. */
export async function askAll(
  world: World,
  url: string,
  documents: readonly string[],
): Promise<string[]> {
  const answers: string[] = [];
  for (const document of documents) {
    const text = document.replaceAll(/<([^>]+)>/gu, (_, name: string) => world.ids[name] ?? "");
    const answer = await new Caller(url, world.counter.headers).ask(text);
    answers.push(`${answer.status} ${alike(world, answer.text)}`);
  }
  return answers;
}

export function alike({ names }: World, text: string): string {
  const named = names.reduce((done, [chance, name]) => done.replaceAll(chance, name), text);
  return named
    .replaceAll(/[\w-]{40,}/gu, readable)
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/gu, "TIME")
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu, "UUID");
}

/** A cursor carries the random name of a feed: the position in it must be alike all the same. */
function readable(text: string): string {
  const inside = Buffer.from(text, "base64url").toString("utf8");
  if (inside.startsWith("SignInSession:")) return "OWN SESSION";
  return inside.startsWith("session:") ? inside : text;
}
