import { expect, test } from "vitest";
import { Decimal } from "../../shared/exact-decimal.ts";
import { namePieces, tagsIn, type TagsKnown } from "./name-pieces.ts";

const cage = { itemId: 7, serial: "RF1040003" };
const pallet = { itemId: 8, serial: "RF1040006" };
const known: TagsKnown = {
  pieces: new Map([
    ["35AA", cage],
    ["35BB", pallet],
  ]),
  itemOfLine: new Map([[70, 7]]),
};
const entry = {
  ...{ mode: "ADD" as const, lineId: undefined, itemId: undefined, rawScan: null },
  ...{ quantity: null, serials: [] },
};

test("a tag that meant nothing to the device counts its piece, and stays as it was read", () => {
  expect(namePieces({ ...entry, rawScan: "35aa" }, known)).toEqual({
    ...entry,
    itemId: 7,
    rawScan: "35aa",
    serials: ["RF1040003"],
  });
});

test("a tag among the serials of its item is its piece's serial, once", () => {
  const asked = { ...entry, lineId: 70, serials: ["35AA", "RF1040003", "RF1040009"] };
  expect(namePieces(asked, known)).toEqual({
    ...entry,
    lineId: 70,
    rawScan: "35AA",
    serials: ["RF1040003", "RF1040009"],
  });
});

test.each([
  ["what is no tag", { ...entry, rawScan: "35CC" }],
  ["the tag of another item's piece", { ...entry, itemId: 7, serials: ["35BB"] }],
  ["five of something", { ...entry, rawScan: "35AA", quantity: new Decimal(5) }],
  ["a serial", { ...entry, itemId: 7, serials: ["RF1040003"] }],
])("%s stays what it is", (_, asked) => {
  expect(namePieces(asked, known)).toBe(asked);
});

test("everything that was read may be a tag", () => {
  expect(tagsIn({ rawScan: "35AA", serials: ["S1"] })).toEqual(["35AA", "S1"]);
});
