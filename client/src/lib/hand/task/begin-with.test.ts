import { expect, test } from "vitest";
import { entryOf } from "../entries/scripted-entries.ts";
import { itemsToSuggest, placeToBeginWith, rowToBeginWith, unitToBeginWith } from "./begin-with.ts";
import { HandCatalogue } from "./hand-catalogue.ts";
import type { CountOptions, KeptItem, WorkCount } from "./kept-task.ts";
import { placeRows } from "./place-rows.ts";
import { scriptedOptions } from "./scripted-options.ts";

const item = (id: string, said: Partial<KeptItem> = {}): KeptItem => ({
  ...{ id, sku: id.toUpperCase(), description: `The ${id}`, tracking: "BULK" },
  ...{ unitCode: "EA", decimals: 0, packs: [{ unitCode: "CASE", factor: "12" }], codes: [] },
  ...said,
});
const catalogue = new HandCatalogue();
catalogue.add([item("wheel"), item("wash"), item("bike", { tracking: "SERIAL" })]);

const line = (itemId: string) => ({
  ...{ id: itemId, key: `item ${itemId}`, version: 1, itemId, lotCode: null, expiresOn: null },
  ...{
    isFound: false,
    isCountedElsewhere: false,
    round: 1,
    recount: null,
    isDisputed: false,
    pieces: null,
  },
});
const rows = placeRows({ lines: [line("wheel"), line("wash")] }, [], catalogue);
const before = entryOf(1, { itemId: "wash", unitCode: "CASE", locationId: "bin" });

const countWith = (options: Partial<CountOptions>, said: Partial<WorkCount> = {}): WorkCount => ({
  ...{ id: "count", number: 1, title: "", warehouseId: "main", isBlind: true, isSubmitted: false },
  ...{ notes: null, nextPlaceId: null, holders: [], options: { ...scriptedOptions, ...options } },
  places: [
    { id: "bin", code: "A-1", name: "", barcode: null, checkDigits: null, lines: 2, done: 1 },
  ],
  ...said,
});

test("option 340: the next place begins with the item of the entry before, where it lies there", () => {
  const on = countWith({ keepsItem: true });
  expect(rowToBeginWith(rows, before, on)?.line?.item.id).toBe("wash");
  expect(rowToBeginWith(rows, { ...before, itemId: "bike" }, on)).toBeUndefined();
  expect(rowToBeginWith(rows, { ...before, sessionId: "another" }, on)).toBeUndefined();
  expect(rowToBeginWith(rows, null, on)).toBeUndefined();
  expect(rowToBeginWith(rows, before, countWith({ keepsItem: false }))).toBeUndefined();
});

test("option 342: work begins at the place of the entry before, until it is done", () => {
  const on = countWith({ keepsPlace: true });
  expect(placeToBeginWith([on], before, "maria")?.place.id).toBe("bin");
  const [place] = on.places;
  const done = countWith({ keepsPlace: true }, { places: place ? [{ ...place, done: 2 }] : [] });
  expect(placeToBeginWith([done], before, "maria")).toBeUndefined();
  const holders = [{ locationId: "bin", userId: "jonas", name: "Jonas" }];
  const held = countWith({ keepsPlace: true }, { holders });
  expect(placeToBeginWith([held], before, "maria")).toBeUndefined();
  expect(placeToBeginWith([countWith({ keepsPlace: false })], before, "maria")).toBeUndefined();
});

test("option 343: the next entry has the unit of the one before, where its item has it", () => {
  const on = countWith({ keepsUnit: true });
  expect(unitToBeginWith(item("wheel"), "CASE", on)).toBe("CASE");
  expect(unitToBeginWith(item("wheel", { packs: [] }), "CASE", on)).toBeNull();
  expect(unitToBeginWith(item("wheel"), null, on)).toBeNull();
  expect(unitToBeginWith(item("bike", { tracking: "SERIAL" }), "CASE", on)).toBeNull();
  expect(unitToBeginWith(item("wheel"), "CASE", countWith({ keepsUnit: false }))).toBeNull();
  const unsplit = countWith({ keepsUnit: true, splitsUnits: false });
  expect(unitToBeginWith(item("wheel"), "CASE", unsplit)).toBeNull();
});

test("option 341: words of a description suggest items; without it only a whole number finds one", () => {
  const named = (typed: string, suggestsItems: boolean) =>
    itemsToSuggest(typed, catalogue, countWith({ suggestsItems })).map(({ id }) => id);
  expect(named("the w", true)).toEqual(["wheel", "wash"]);
  expect(named("the w", false)).toEqual([]);
  expect(named("wheel", false)).toEqual(["wheel"]);
});
