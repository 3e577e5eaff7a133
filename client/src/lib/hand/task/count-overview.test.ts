import { expect, test } from "vitest";
import { entryOf } from "../entries/scripted-entries.ts";
import { countOverview } from "./count-overview.ts";
import type { KeptItem, KeptLine, KeptPlace, WorkPlace } from "./kept-task.ts";

const item: KeptItem = {
  ...{ id: "wheel", sku: "WHEEL", description: "Wheel", tracking: "BULK", unitCode: "EA" },
  ...{ decimals: 0, packs: [], codes: [] },
};
const catalogue = { item: () => item };
const line = (id: string, said: Partial<KeptLine> = {}): KeptLine => ({
  ...{ id, key: `line ${id}`, version: 1, itemId: "wheel", lotCode: null, expiresOn: null },
  ...{ isFound: false, isCountedElsewhere: false, round: 1, recount: null, isDisputed: false },
  ...{ pieces: null, ...said },
});
const place = (id: string): WorkPlace => ({
  ...{ id, code: id.toUpperCase(), name: "", barcode: null, checkDigits: null, lines: 2, done: 0 },
});
const kept = (locationId: string, lines: KeptLine[]): KeptPlace => ({
  ...{ userId: "maria", sessionId: "count", locationId, code: locationId, lines },
});
const count = { places: [place("bin"), place("shelf"), place("rack")] };
const places = [
  kept("bin", [line("one"), line("two")]),
  kept("shelf", [
    line("again", { round: 2, recount: "MINE" }),
    line("theirs", { recount: "OTHERS" }),
  ]),
  kept("rack", [line("free")]),
];
const said = (number: number, locationId: string, id: string, rest: object) =>
  entryOf(number, { locationId, lineKey: `line ${id}`, lineId: id, ...rest });

test("what is left out, what waits, and what is to be counted again", () => {
  const overview = countOverview(
    count,
    places,
    [
      said(1, "bin", "one", { quantity: "3", state: "SENT" }),
      said(2, "bin", "two", { mode: "SKIP", reason: "Later" }),
    ],
    catalogue,
  );
  expect(overview.recounts.map(({ place: { id }, lines }) => [id, lines])).toEqual([["shelf", 1]]);
  expect(overview.own.map(({ id }) => id)).toEqual(["bin"]);
  expect(overview.skipped.map(({ row }) => row.key)).toEqual(["line two"]);
  expect(overview).toMatchObject({ counted: 1, waiting: 1, rejected: 0 });
});

test("what was counted again is no longer asked for", () => {
  const entries = [said(1, "shelf", "again", { quantity: "3" })];
  expect(countOverview(count, places, entries, catalogue).recounts).toEqual([]);
});
