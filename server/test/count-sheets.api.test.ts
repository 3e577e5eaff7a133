import { randomUUID } from "node:crypto";
import * as xlsx from "@e965/xlsx";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { Caller, people, signIn, warehouseIds } from "./door/caller.ts";
import { beginCount } from "./door/begin-count.ts";
import { fileOf, PRINT, printSheet, rowsOfCsv, rowsOfWorkbook, wordsOfPdf } from "./sheet-files.ts";

let running: RunningServer;
let ines: Caller;
let maria: Caller;
let viktor: Caller;
let sessionId: string;
let mariaId: string;
/** A zone with no more lines than a sheet holds. */
let locationId: string;

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  ines = await signIn(running.url, people.supervisor);
  maria = await signIn(running.url, people.counter);
  viktor = await signIn(running.url, people.viewer);
  sessionId = await beginCount(ines, (await warehouseIds(ines))["MAIN"] ?? "");
  mariaId = await idOf(maria);
  locationId = await placeOfSome();
});
afterAll(() => running.stop());

async function placeOfSome(): Promise<string> {
  const query = `query ($id: ID!) { countSession(id: $id) { progressByZone { location { id } lines } } }`;
  const { data } = await ines.ask(query, { id: sessionId });
  const zones = data.countSession.progressByZone as { location: { id: string }; lines: number }[];
  return zones.find(({ lines }) => lines > 50 && lines < 500)?.location.id ?? "";
}

async function idOf(caller: Caller): Promise<string> {
  return (await caller.ask("{ viewer { user { id } } }")).data.viewer.user.id as string;
}

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const LINES = `query ($id: ID!, $number: Int!) { countSession(id: $id) {
  sheet(number: $number) { linesEntered } lines: sheetLines(number: $number) { position
    entry { quantity countedAt counter { id } enteredBy { id } }
    line { id lineNumber item { sku tracking } location { code } } } } }`;
const FINDS = `query ($id: ID!, $number: Int!) { countSession(id: $id) {
  sheet(number: $number) { linesEntered } sheetFinds(number: $number) { externalId quantity lotCode
    rawScan note item { sku } location { id } counter { id } enteredBy { id } } } }`;
const RECORD = `mutation ($input: RecordObservationsInput!) { recordObservations(input: $input) {
  results { __typename ... on ObservationRejected { reason } } } }`;

interface Line {
  position: number;
  entry: object | null;
  line: { id: string; lineNumber: number; item: { sku: string; tracking: string } };
}

async function sheetAs(caller: Caller, number: number) {
  const { data } = await caller.ask(LINES, { id: sessionId, number });
  const { sheet, lines } = data.countSession as { sheet: { linesEntered: number }; lines: Line[] };
  return { ...sheet, lines };
}

const written = (sheetId: string, lineId: string, given: object = {}) => ({
  ...{ externalId: randomUUID(), mode: "REPLACE", lineId, sheetId, quantity: "7" },
  ...{ countedAt: new Date(Date.now() - 60_000).toISOString(), timeSource: "WRITTEN", ...given },
});
async function record(caller: Caller, observation: object) {
  const answer = await caller.ask(RECORD, { input: { sessionId, observations: [observation] } });
  return answer.data?.recordObservations.results[0] ?? answer.code;
}

test("a sheet can be had as PDF, workbook and CSV, with the same lines in walking order", async () => {
  const sheet = await printSheet(ines, { sessionId, locationId });
  const { lines } = await sheetAs(ines, sheet.number);
  const skus = lines.map(({ line }) => line.item.sku);
  const walk = lines.map(({ line }) => line.lineNumber);
  expect(walk).toEqual([...walk].sort((a, b) => a - b));

  const written = await rowsOfCsv(await fileOf(ines, sheet.path, "csv"));
  const rows = written.filter(({ Item }) => Item);
  const blank = written.slice(rows.length);
  expect(blank.map(({ Line: name }) => name)).toEqual(["F1", "F2", "F3", "F4", "F5"]);
  expect(rows.map(({ Item }) => Item)).toEqual(skus);
  expect(rows.map(({ Line: position }) => position)).toEqual(lines.map((_, at) => String(at + 1)));

  const [inBook = []] = await rowsOfWorkbook(await fileOf(ines, sheet.path, "xlsx"));
  const at = inBook[0]?.indexOf("Item") ?? -1;
  expect(inBook.slice(1, skus.length + 1).map((row) => row[at])).toEqual(skus);
  expect(inBook.at(-1)?.filter((cell) => cell !== null)).toEqual(["F5"]);

  const pages = await wordsOfPdf(await fileOf(ines, sheet.path, "pdf"));
  const words = pages.join("\n").split("\n");
  expect(skus.filter((sku) => !words.includes(sku))).toEqual([]);
  expect(pages.at(-1)).toContain(`Page ${pages.length} of ${pages.length}`);
});

test("what is too much for one sheet is told, with what to do", async () => {
  const { data } = await ines.ask(PRINT, { input: { sessionId } });
  expect(data.printCountSheet).toMatchObject({
    reason: "TOO_MANY_LINES",
    message: expect.stringMatching(/print it place by place: here are \d+\.$/u),
  });
});

test("the same sheet taken again is the same file", async () => {
  const { path } = await printSheet(ines, { sessionId, locationId });
  const take = async () => Buffer.from(await (await fileOf(ines, path, "pdf")).arrayBuffer());
  expect(await take()).toEqual(await take());
});

test("files are for those who may see the count: strangers and unknown sheets get nothing", async () => {
  const { path } = await printSheet(ines, { sessionId, locationId });
  const statusFor = async (caller: Caller, where: string, ending = "csv") =>
    (await fileOf(caller, where, ending)).status;
  expect(await statusFor(viktor, path)).toBe(200);
  expect(await statusFor(new Caller(running.url), path)).toBe(401);
  expect(await statusFor(ines, "/count-sheets/bm90aGluZw")).toBe(404);
  expect(await statusFor(ines, path, "html")).toBe(404);
});

test("what a counter wrote is his, and says who has typed it", async () => {
  const sheet = await printSheet(ines, { sessionId, locationId });
  const { lines } = await sheetAs(ines, sheet.number);
  const line = lines.find(({ line: { item } }) => item.tracking === "BULK");
  const entry = written(sheet.id, line?.line.id ?? "", { countedById: mariaId });
  expect(await record(ines, entry)).toEqual({ __typename: "ObservationRecorded" });
  // The answer was lost.
  expect(await record(ines, entry)).toEqual({ __typename: "ObservationAlreadyRecorded" });
  const after = await sheetAs(ines, sheet.number);
  expect(after.linesEntered).toBe(1);
  expect(after.lines.find(({ position }) => position === line?.position)?.entry).toMatchObject({
    ...{ quantity: "7", counter: { id: mariaId }, enteredBy: { id: await idOf(ines) } },
  });
});

test("a counter types in for himself, and for nobody else", async () => {
  const sheet = await printSheet(maria, { sessionId, locationId });
  const { lines } = await sheetAs(maria, sheet.number);
  const [, , line] = lines.filter(({ line: { item } }) => item.tracking === "BULK");
  const userId = await idOf(ines);
  const lineId = line?.line.id ?? "";
  expect(await record(maria, written(sheet.id, lineId, { countedById: userId }))).toBe("FORBIDDEN");
  expect(await record(maria, written(sheet.id, lineId))).toEqual({
    ...{ __typename: "ObservationRecorded" },
  });
});

test("what lay there and is not listed is typed in from the sheet, taken back, and told to its own", async () => {
  const sheet = await printSheet(ines, { sessionId, locationId });
  const findsAs = async (caller: Caller) => {
    const { data } = await caller.ask(FINDS, { id: sessionId, number: sheet.number });
    expect(data.countSession.sheet.linesEntered).toBe(0);
    return data.countSession.sheetFinds as { externalId: string }[];
  };
  const { data } = await ines.ask(`{ items(first: 1, search: "BOLT") { nodes { id sku } } }`, {});
  const [item] = data.items.nodes as { id: string; sku: string }[];
  const beside = { lineId: undefined, mode: "ADD", locationId, countedById: mariaId };
  const bolts = written(sheet.id, "", { ...beside, itemId: item?.id, quantity: "4" });
  const strange = written(sheet.id, "", { ...beside, rawScan: "odd box", note: "green" });
  expect(await record(ines, bolts)).toMatchObject({ __typename: "ObservationRecorded" });
  expect(await record(ines, strange)).toMatchObject({ __typename: "ObservationRecorded" });
  expect(await findsAs(ines)).toMatchObject([
    { quantity: "4", item: { sku: item?.sku }, location: { id: locationId }, rawScan: null },
    { item: null, rawScan: "odd box", note: "green", counter: { id: mariaId } },
  ]);
  expect(await findsAs(maria)).toHaveLength(2);
  expect(await record(ines, { ...bolts, externalId: randomUUID(), mode: "REPLACE" })).toMatchObject(
    {
      reason: "LINE_NOT_ON_SHEET",
    },
  );
  for (const { externalId } of [bolts, strange]) {
    const voids = { externalId, userId: mariaId };
    const back = { externalId: randomUUID(), mode: "VOID", voids, countedAt: new Date() };
    expect(await record(ines, back)).not.toHaveProperty("reason");
  }
  expect(await findsAs(ines)).toEqual([]);
});

test("a sheet of another count, a line that is not on it, and a person who does not count are told so", async () => {
  const whole = await printSheet(ines, { sessionId, locationId });
  const { lines } = await sheetAs(ines, whole.number);
  const [first, last] = [lines[0]?.line, lines.at(-1)?.line];
  const place = `query ($id: ID!) { node(id: $id) { ... on CountLine { location { id } } } }`;
  const { data } = await ines.ask(place, { id: first?.id });
  const narrow = await printSheet(ines, { sessionId, locationId: data.node.location.id });
  const viktorId = await idOf(viktor);
  const entries = [
    written("bm90aGluZw", first?.id ?? ""),
    written(narrow.id, last?.id ?? ""),
    written(whole.id, first?.id ?? "", { countedById: viktorId }),
  ];
  const results = await Promise.all(entries.map((entry) => record(ines, entry)));
  expect(results.map(({ reason }) => reason)).toEqual([
    ...["SHEET_UNKNOWN", "LINE_NOT_ON_SHEET", "COUNTER_UNKNOWN"],
  ]);
});

test("a workbook that comes back is read and not recorded; what is none is told so", async () => {
  const sheet = await printSheet(ines, { sessionId, locationId });
  const send = async (
    caller: Caller,
    body: string | Uint8Array<ArrayBuffer>,
    type = workbookType,
  ) => {
    const headers = { ...caller.headers, "content-type": type };
    const answer = await fetch(new URL(sheet.path, running.url), { method: "POST", headers, body });
    return { status: answer.status, text: await answer.text() };
  };
  const book = xlsx.read(await (await fileOf(ines, sheet.path, "xlsx")).arrayBuffer());
  const lines = book.Sheets["Lines"] ?? {};
  const [head = []] = xlsx.utils.sheet_to_json<string[]>(lines, { header: 1 });
  xlsx.utils.sheet_add_aoa(lines, [[2.5]], { origin: { r: 2, c: head.indexOf("Counted") } });
  const filled = new Uint8Array(xlsx.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer);

  const read = await send(maria, filled);
  expect(JSON.parse(read.text)).toEqual({
    ...{ lines: [{ position: 2, counted: "2.5" }], finds: [], countedBy: "", countedAt: "" },
  });
  expect((await sheetAs(ines, sheet.number)).linesEntered).toBe(0);
  expect((await send(viktor, filled)).status).toBe(403);
  expect((await send(new Caller(running.url), filled)).status).toBe(401);
  const none = await send(maria, "Line,Counted");
  expect([none.status, none.text]).toEqual([400, expect.stringContaining("not the workbook")]);
  expect((await send(maria, "{}", "application/json")).status).toBe(400);
  expect((await send(maria, new Uint8Array(2 * 1024 * 1024))).status).toBe(413);
});
