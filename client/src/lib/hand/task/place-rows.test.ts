import { expect, test } from "vitest";
import { entryOf } from "../entries/scripted-entries.ts";
import { HandCatalogue } from "./hand-catalogue.ts";
import type { KeptItem, KeptLine } from "./kept-task.ts";
import { placeRows, progressOf } from "./place-rows.ts";

const item = (id: string): KeptItem => ({
  ...{ id, sku: id.toUpperCase(), description: `A ${id}`, tracking: "BULK" },
  ...{ unitCode: "each", decimals: 0, packs: [] },
  codes: [{ code: `59012341234${id.length}7`, isGtin: false, packUnitCode: null }],
});
const line = (itemId: string): KeptLine => ({
  ...{ id: `line ${itemId}`, key: `item ${itemId}`, version: 1, itemId, lotCode: null },
  ...{
    expiresOn: null,
    isFound: false,
    isCountedElsewhere: false,
    round: 1,
    recount: null,
    isDisputed: false,
    pieces: null,
  },
});
const catalogue = new HandCatalogue();
catalogue.add([item("wheel"), item("hub"), item("saddle")]);
const place = { lines: [line("wheel"), line("hub")] };
const entries = [
  entryOf(1, { lineKey: "item saddle", itemId: "saddle", lineId: null, quantity: "6" }),
  entryOf(2, { lineKey: "item hub", itemId: "hub", quantity: "2", state: "SENT" }),
  entryOf(3, { lineKey: "scan X", itemId: null, lineId: null, rawScan: "X", quantity: "1" }),
];

test("lines stand in the order of the walk, and behind them what was found", () => {
  const rows = placeRows(place, entries, catalogue);
  expect(rows.map(({ key, tally }) => [key, tally.kind])).toEqual([
    ["item wheel", "BLANK"],
    ["item hub", "COUNTED"],
    ["item saddle", "COUNTED"],
    ["scan X", "COUNTED"],
  ]);
  expect(rows.map(({ isWaiting }) => isWaiting)).toEqual([false, false, true, true]);
});

test("progress counts lines and never units, and what was found beside them", () => {
  const rows = placeRows(place, entries, catalogue);
  expect(progressOf(rows)).toEqual({ lines: 2, done: 1, unexpected: 2 });
});

test("a find keeps what was counted of it when the server has made a line of it", () => {
  const later = { lines: [...place.lines, { ...line("saddle"), isFound: true }] };
  const rows = placeRows(later, entries, catalogue);
  expect(rows[2]).toMatchObject({ line: { lineId: "line saddle" }, tally: { quantity: "6" } });
  expect(rows).toHaveLength(4);
});

test("the catalogue finds by code, by number and by words, and knows parts of codes", () => {
  expect(catalogue.itemsWithNumber("HUB")).toEqual([{ itemId: "hub", packUnitCode: null }]);
  expect(catalogue.find("a sad", 5).map(({ id }) => id)).toEqual(["saddle"]);
  expect(catalogue.isPartOfCode("5901234")).toBe(true);
  expect(catalogue.isPartOfCode("590")).toBe(false);
});
