import { inflateRawSync } from "node:zlib";
import { utils, write } from "@e965/xlsx";
import { expect, test } from "vitest";
import { heldWhile } from "../../../test/watched-loop.ts";
import { zipOf } from "../../shared/zip.ts";
import type { RefusedFile } from "../domain/refused-file.ts";
import { checkArchive, checkContents } from "./check-archive.ts";
import { findTable, OpenTable } from "./open-table.ts";
import { readWorkbook } from "./read-workbook.ts";

type Cells = (string | number | null)[][];

const workbook = (sheets: Record<string, Cells>, bookType: "xlsx" | "biff8" = "xlsx"): Buffer => {
  const book = utils.book_new();
  for (const [name, cells] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(cells), name);
  return write(book, { type: "buffer", bookType, compression: true }) as Buffer;
};

const counts: Cells = [
  ["Item ID", "Units", "Location"],
  ["0042", 12, "P1"],
  ["CS-9183", null, "P2"],
  ["DRILL", 0.5, "P3"],
];

const rowsOf = async (content: Buffer) => {
  const table = await OpenTable.open(content);
  const read = [];
  for await (const rows of table.batches()) read.push(...rows);
  return { layout: table.layout, rows: read };
};

const refusal = async (content: Buffer, limits?: { deadlineMs: number; heapMegabytes: number }) => {
  const began = performance.now();
  const table = limits ? OpenTable.open(content, {}, limits).then(drain) : findTable(content);
  const error = await table.then(
    () => null,
    (caught: RefusedFile) => caught,
  );
  return { reason: error?.reason, message: error?.message, ms: performance.now() - began };
};

const drain = async (table: OpenTable) => {
  for await (const rows of table.batches()) void rows;
};

test.each([
  ["XLSX", workbook({ Notes: [], Counts: counts })],
  ["XLS", workbook({ Notes: [], Counts: counts }, "biff8")],
])(
  "a workbook as %s: the first sheet that has something, ids and numbers as they are",
  async (format, content) => {
    const { layout, rows } = await rowsOf(content);
    expect(layout).toMatchObject({ format, sheet: "Counts", sheets: ["Notes", "Counts"] });
    expect(rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [2, "0042", "12", "P1"],
      [3, "CS-9183", "", "P2"],
      [4, "DRILL", "0.5", "P3"],
    ]);
  },
);

test("ids that are numbers shown with zeros in front keep them, and days are days", async () => {
  const sheet = utils.aoa_to_sheet([
    ["Item", "When"],
    [42, 46_347.5],
  ]);
  Object.assign(sheet["A2"] as object, { z: "00000" });
  Object.assign(sheet["B2"] as object, { z: "yyyy-mm-dd hh:mm" });
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "One");
  const { rows } = await rowsOf(write(book, { type: "buffer", bookType: "xlsx" }) as Buffer);
  expect(rows[0]?.cells).toEqual(["00042", "2026-11-21 12:00"]);
});

const german = 'Artikel;Menge;Platz\r\n0042;1.204,5;"P1\r\nvorn"\r\n';

test.each([
  ["with a mark", Buffer.from(`\uFEFF${german}`)],
  ["in UTF-16", Buffer.from(`\uFEFF${german}`, "utf16le")],
  ["of an old Windows", Buffer.from(german.replace("Menge", "St\xFCck"), "latin1")],
])("a CSV %s, with semicolons, decimal commas and a quoted line end", async (_, content) => {
  const { layout, preview, rowCount } = await findTable(content);
  expect(layout).toMatchObject({ format: "CSV", delimiter: ";", decimalSign: ",", headerRow: 1 });
  expect(preview).toEqual([{ number: 2, cells: ["0042", "1.204,5", "P1\r\nvorn"] }]);
  expect(rowCount).toBe(1);
});

test("headings and sheets may have any name", async () => {
  const odd = workbook({
    constructor: [
      ["__proto__", "hasOwnProperty"],
      ["=1+1", "+2"],
    ],
  });
  const { layout, rows } = await rowsOf(odd);
  expect(layout.columns).toEqual(["__proto__", "hasOwnProperty"]);
  expect(rows[0]?.cells).toEqual(["=1+1", "+2"]);
  expect(({} as Record<string, unknown>)["hasOwnProperty"]).toBe(Object.prototype.hasOwnProperty);
});

const contents = { name: "[Content_Types].xml", content: "<Types/>" };
const book = { name: "xl/workbook.xml", content: "<workbook/>" };
const megabytes = (count: number) => "0".repeat(count * 1024 * 1024);

/** The list of the archive says another length of its last entry than it has. */
function lyingAbout(archive: Buffer, bytes: number): Buffer {
  const lying = Buffer.from(archive);
  const entry = lying.lastIndexOf(Buffer.from("PK\u0001\u0002", "latin1"));
  lying.writeUInt32LE(bytes, entry + 24);
  return lying;
}

function encrypted(archive: Buffer): Buffer {
  const locked = Buffer.from(archive);
  const entry = locked.indexOf(Buffer.from("PK\u0001\u0002", "latin1"));
  locked.writeUInt16LE(1, entry + 8);
  return locked;
}

/** What a protected XLSX is from outside: an old container with a stream of this name. */
const protectedWorkbook = () => {
  const content = Buffer.alloc(8_192);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(content);
  Buffer.from("EncryptedPackage", "utf16le").copy(content, 1_024);
  return content;
};

const entity =
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst>&a;</sst>';
const whole = workbook({ One: counts });

test.each([
  ["nothing", Buffer.alloc(0), "EMPTY"],
  ["headings alone", Buffer.from("Item,Units\n"), "EMPTY"],
  ["blank lines", Buffer.from("\n \n\n"), "EMPTY"],
  ["a workbook with nothing in it", workbook({ One: [] }), "EMPTY"],
  ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "NOT_A_TABLE"],
  ["a program", Buffer.from("7f454c46020101000000000000000000", "hex"), "NOT_A_TABLE"],
  ["an archive of texts", zipOf([{ name: "a.txt", content: "a" }]), "NOT_A_WORKBOOK"],
  ["an archive in an archive", zipOf([{ name: "a.zip", content: "PK" }, book]), "NOT_A_WORKBOOK"],
  ["half an archive", whole.subarray(0, whole.length / 2), "DAMAGED"],
  ["a bomb", zipOf([contents, book, { name: "xl/a.xml", content: megabytes(48) }]), "BOMB"],
  ["a list that promises gigabytes", lyingAbout(whole, 2 ** 31), "BOMB"],
  [
    "a list that promises too little",
    lyingAbout(zipOf([contents, book, { name: "xl/a.xml", content: megabytes(30) }]), 10),
    "DAMAGED",
  ],
  [
    "entities",
    zipOf([contents, book, { name: "xl/sharedStrings.xml", content: entity }]),
    "ENTITIES",
  ],
  ["a locked archive", encrypted(whole), "PASSWORD"],
  ["a protected workbook", protectedWorkbook(), "PASSWORD"],
  ["a quote that is never closed", Buffer.from('Item,Units\nA,"1\nB,2\n'), "QUOTE_NOT_CLOSED"],
  [
    "what calls itself UTF-8 and is not",
    Buffer.from("efbbbf497465 6d2c550a412cff0a".replaceAll(" ", ""), "hex"),
    "WRONG_ENCODING",
  ],
  ["25 MB", Buffer.alloc(25 * 1024 * 1024, "a,b\n"), "TOO_LARGE"],
])("T41: %s is refused, with what to do about it", async (_, content, reason) => {
  const refused = await refusal(content);
  expect(refused).toMatchObject({ reason });
  expect(refused.message).toMatch(/\.( \(.*\))?$/u);
  expect(refused.ms).toBeLessThan(5_000);
});

test("T41: a bomb is known by its list alone, within 10 ms", () => {
  const bomb = zipOf([contents, book, { name: "xl/a.xml", content: megabytes(48) }]);
  const took = Array.from({ length: 5 }, () => {
    const began = performance.now();
    expect(() => checkArchive(bomb)).toThrowError(expect.objectContaining({ reason: "BOMB" }));
    return performance.now() - began;
  });
  // The quickest of five: whoever else has the processor meanwhile is not the reader's fault.
  expect(Math.min(...took)).toBeLessThan(10);
});

test("control: without a limit what lies about its length is unpacked whole", () => {
  const lying = lyingAbout(
    zipOf([contents, book, { name: "xl/a.xml", content: megabytes(30) }]),
    10,
  );
  const from = lying.indexOf("xl/a.xml") + "xl/a.xml".length;
  expect(inflateRawSync(lying.subarray(from)).length).toBe(30 * 1024 * 1024);
  expect(() => checkContents(lying, checkArchive(lying))).toThrowError(
    expect.objectContaining({ reason: "DAMAGED" }),
  );
});

const wide = (rows = 20_000) => {
  const row = Array.from({ length: 20 }, (_, at) => `cell ${at} of a long row`);
  return workbook({ One: Array.from({ length: rows }, (_, at) => [at, ...row]) });
};

test("T41: a workbook that needs more memory or time than it may have ends its thread and not the server", async () => {
  const content = wide();
  expect(await refusal(content, { deadlineMs: 20_000, heapMegabytes: 24 })).toMatchObject({
    reason: "TOO_MUCH_MEMORY",
  });
  expect(await refusal(content, { deadlineMs: 50, heapMegabytes: 320 })).toMatchObject({
    reason: "TOO_SLOW",
  });
}, 60_000);

const longestHeldMs = 50;

test.each([
  ["a workbook of 20,000 wide rows", () => wide()],
  ["a CSV of 24 MB", () => Buffer.alloc(24 * 1024 * 1024, "a,b,c,d,e,f,g\n")],
  ["a bomb", () => zipOf([contents, book, { name: "xl/a.xml", content: megabytes(48) }])],
  ["what is no table", () => Buffer.alloc(1024 * 1024, "\u0000\u0001")],
])(
  "T41: while %s is read in a thread, the server's own loop goes on",
  async (_, contentOf) => {
    const content = contentOf();
    expect(await heldWhile(() => refusal(content))).toBeLessThan(longestHeldMs);
  },
  120_000,
);

test("control: read by the server itself, a workbook holds its loop", async () => {
  const content = wide(4_000);
  const held = await heldWhile(async () => void readWorkbook(content, "XLSX", {}));
  expect(held).toBeGreaterThan(longestHeldMs);
}, 120_000);

test("T41: a damaged old workbook is refused or read, and never takes the server along", async () => {
  const good = workbook({ One: counts }, "biff8");
  let seed = 7;
  const draw = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let round = 0; round < 12; round += 1) {
    const bad = Buffer.from(good);
    for (let byte = 0; byte < 40; byte += 1) bad[512 + draw(bad.length - 512)] = draw(256);
    const { reason = "READ", ms } = await refusal(bad);
    expect([
      "READ",
      "DAMAGED",
      "EMPTY",
      "PASSWORD",
      "NO_SHEET",
      "TOO_MANY_COLUMNS",
      "TOO_MANY_ROWS",
      "CELL_TOO_LONG",
      "TOO_MUCH_MEMORY",
      "TOO_SLOW",
    ]).toContain(reason);
    expect(ms).toBeLessThan(6_000);
  }
}, 90_000);
