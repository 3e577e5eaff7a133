import * as xlsx from "@e965/xlsx";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { startRunningServer, type RunningServer } from "../../tools/testing/running-server.ts";
import { type Caller, people, signIn, warehouseIds } from "./door/caller.ts";

let running: RunningServer;
let ines: Caller;
let maria: Caller;
let viktor: Caller;
let warehouseId: string;

beforeAll(async () => {
  running = await startRunningServer({ postgresUrl: inject("postgresUrl") });
  ines = await signIn(running.url, people.supervisor);
  maria = await signIn(running.url, people.counter);
  viktor = await signIn(running.url, people.viewer);
  warehouseId = (await warehouseIds(ines))["MAIN"] ?? "";
});
afterAll(() => running.stop());

function send(who: Caller, content: string | Buffer, name = "file.csv") {
  const address = new URL("/import-files", running.url);
  address.search = new URLSearchParams({ warehouse: warehouseId, name }).toString();
  const headers = { ...who.headers, "content-type": "application/octet-stream" };
  return fetch(address, { method: "POST", headers, body: Buffer.from(content) });
}
const get = (who: Caller, path: string) =>
  fetch(new URL(path, running.url), { headers: who.headers });
const added = async (content: string) =>
  ((await (await send(ines, content)).json()) as { id: string }).id;

const looked = `query ($id: ID!) { node(id: $id) { ... on Import {
  fileName kind state rowCount rowsReady rowsWrong errorsPath mapping { field column }
  layout { format encoding delimiter decimalSign headerRow columns }
  errorGroups { code rows } errors(first: 10) { totalCount nodes { row label code message suggestion } }
  wrongRow(number: 3) { number fields { label value } errors { code rowsAlike } }
  likely: wrongRow(number: 2) { likelyValues { field value note } }
  leftOutRows errorFigures { toDecide fixed leftOut }
  chosen: errorFigures(chosen: { replacements: [], leftOutRows: [3] }) { toDecide leftOut }
  earlier { id } job { kind state importId } } } }`;
const look = async (id: string) => (await ines.ask(looked, { id })).data.node;

const check = `mutation ($input: CheckImportInput!) { checkImport(input: $input) { __typename
  ... on ImportCheckAskedFor { job { id } } ... on CheckImportRejected { reason message } } }`;
const commit = `mutation ($input: CommitImportInput!) { commitImport(input: $input) { __typename
  ... on ImportCommitAskedFor { job { id } } ... on ImportAlreadyDone { import { id } }
  ... on CommitImportRejected { reason message } } }`;

async function checked(id: string) {
  const { kind, mapping } = await look(id);
  const { data } = await ines.ask(check, { input: { importId: id, kind, mapping } });
  await done(data.checkImport.job.id);
  return look(id);
}
async function done(jobId: string) {
  await vi.waitFor(
    async () => {
      const { data } = await ines.ask("query ($id: ID!) { job(id: $id) { state } }", { id: jobId });
      expect(data.job.state).toBe("DONE");
    },
    { timeout: 20_000, interval: 50 },
  );
}

const items =
  "Artikel;Bezeichnung;Einheit;Preis\r\n00420;Scharnier für Türen;EA;4,20\r\n;x;EA;1\r\n";

test("a file is sent, read, checked, committed, and the same file does nothing", async () => {
  const first = await added(items);
  expect(await look(first)).toMatchObject({
    ...{ fileName: "file.csv", kind: "ITEMS", state: "READ", rowCount: 2 },
    layout: { format: "CSV", encoding: "UTF_8", delimiter: ";", decimalSign: ",", headerRow: 1 },
  });
  const found = await checked(first);
  expect(found).toMatchObject({
    ...{ state: "CHECKED", rowsReady: 1, rowsWrong: 1 },
    ...{ leftOutRows: [], errorFigures: { toDecide: 1, fixed: 0, leftOut: 0 } },
    chosen: { toDecide: 0, leftOut: 1 },
    job: { kind: "CHECK_IMPORT", state: "DONE", importId: first },
  });
  expect(found.errors.nodes).toMatchObject([{ row: 3, label: "Item ID", code: "MISSING" }]);
  expect(found.wrongRow).toMatchObject({
    number: 3,
    fields: [
      ...[
        { label: "Item ID", value: "" },
        { label: "Description", value: "x" },
      ],
      ...[
        { label: "UOM", value: "EA" },
        { label: "Unit Cost", value: "1" },
      ],
    ],
    errors: [{ code: "MISSING", rowsAlike: 1 }],
  });
  const errors = await get(ines, found.errorsPath);
  expect(errors.headers.get("content-disposition")).toContain("import-errors.csv");
  expect(await errors.text()).toContain("3,Item ID,,Nothing stands there,An item needs an id.,");

  const { data } = await ines.ask(commit, { input: { importId: first } });
  await done(data.commitImport.job.id);
  expect(await look(first)).toMatchObject({ state: "COMMITTED", job: { kind: "COMMIT_IMPORT" } });
  const again = await added(items);
  await checked(again);
  expect(await look(again)).toMatchObject({ earlier: { id: first } });
  const repeated = await ines.ask(commit, { input: { importId: again } });
  expect(repeated.data.commitImport).toEqual({
    __typename: "ImportAlreadyDone",
    import: { id: first },
  });
});

test("what may be meant by an item that nobody knows is told with its row", async () => {
  const { data } = await ines.ask("{ items(first: 1) { nodes { sku description } } }");
  const [{ sku, description }] = data.items.nodes;
  const csv = `Kind,Item ID,Location,Quantity\nRECEIPT,${description.toLowerCase()},NOWHERE,1\n`;
  const { likely } = await checked(await added(csv));
  expect(likely.likelyValues[0]).toMatchObject({ field: "ITEM", value: sku });
});

test("a file that cannot be read is refused in a sentence that says what to do", async () => {
  const refused = await send(ines, Buffer.from("89504e470d0a1a0a00000000", "hex"), "photo.csv");
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({
    reason: "NOT_A_TABLE",
    message: expect.stringMatching(/Save it as one of these/u),
  });
});

test("T41: formulas in a file stay text, and the list of errors starts none either", async () => {
  const { errorsPath } = await checked(await added("Item ID,Description,UOM\n=1+1,Sum,=cmd|x\n"));
  expect(await (await get(ines, errorsPath)).text()).toContain(",'=cmd|x,");
});

test("whoever may not know what is expected neither sends files nor sees them", async () => {
  const id = await added("Item ID,Description\nA,B\n");
  expect((await send(maria, "Item ID,Description\nA,B\n")).status).toBe(403);
  expect((await get(maria, `/import-files/${id}/errors.csv`)).status).toBe(403);
  expect(
    (await maria.ask("query ($id: ID!) { node(id: $id) { id } }", { id })).data?.node,
  ).toBeNull();
  expect((await send(viktor, "Item ID,Description\nA,B\n")).status).toBe(403);
  expect((await get(viktor, `/import-files/${id}/errors.csv`)).status).toBe(200);
});

test("supervisors do not make locations by file, as they do not by hand", async () => {
  const id = await added("Location,Zone\nNEW-01,Tool Crib\n");
  const { kind, mapping } = await look(id);
  const { data } = await ines.ask(check, { input: { importId: id, kind, mapping } });
  expect(data.checkImport).toMatchObject({ reason: "NOT_ALLOWED" });
});

test("templates are there for each kind, with its headings", async () => {
  const { data } = await ines.ask("{ importTemplates { kind path fields { label } } }");
  for (const { path, fields } of data.importTemplates) {
    const text = await (await get(ines, path)).text();
    expect(text.split("\r\n")[0]).toBe(
      fields.map(({ label }: { label: string }) => label).join(","),
    );
  }
  expect((await get(ines, "/import-templates/SECRETS.csv")).status).toBe(404);
});

test("a template as a workbook is opened by another library, filled in, and imported", async () => {
  const { data } = await ines.ask("{ importTemplates { kind workbookPath fields { label } } }");
  for (const { workbookPath, fields } of data.importTemplates) {
    const answer = await get(ines, workbookPath);
    expect(answer.headers.get("content-disposition")).toMatch(/filename="[a-z-]+\.xlsx"/u);
    const book = xlsx.read(Buffer.from(await answer.arrayBuffer()), { cellNF: true });
    const [name = "", about = ""] = book.SheetNames;
    const sheet = book.Sheets[name] ?? {};
    const [head, example, ...rest] = xlsx.utils.sheet_to_json<unknown[]>(sheet, {
      ...{ header: 1, blankrows: false },
    });
    expect(head).toEqual(fields.map(({ label }: { label: string }) => label));
    expect(example?.length).toBeGreaterThan(1);
    expect(rest).toEqual([]);
    expect(xlsx.utils.sheet_to_json(book.Sheets[about] ?? {})).toHaveLength(fields.length);
  }
  const path = "/import-templates/ITEMS.xlsx";
  const book = xlsx.read(Buffer.from(await (await get(ines, path)).arrayBuffer()), {
    ...{ cellNF: true, cellStyles: true },
  });
  const sheet = book.Sheets["Items"] ?? {};
  // The example's id is text, and so is what somebody types below it.
  expect([sheet["A2"], sheet["A3"]]).toMatchObject([
    { t: "s", v: "00420", z: "@" },
    { t: "z", z: "@" },
  ]);
  xlsx.utils.sheet_add_aoa(sheet, [["00777", "Hook, from a workbook"]], { origin: "A3" });
  const filled = xlsx.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
  const { id } = (await (await send(ines, filled, "items.xlsx")).json()) as { id: string };
  expect(await checked(id)).toMatchObject({
    ...{ kind: "ITEMS", rowCount: 2, rowsReady: 2, rowsWrong: 0 },
    layout: { format: "XLSX", encoding: null, headerRow: 1 },
  });
  const committed = await ines.ask(commit, { input: { importId: id } });
  await done(committed.data.commitImport.job.id);
  const found = await ines.ask('{ items(search: "00777") { nodes { sku description } } }');
  expect(JSON.stringify(found.data)).toContain('"00777"');
});
