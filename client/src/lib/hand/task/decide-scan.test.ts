import { describe, expect, test } from "vitest";
import { entryOf } from "../entries/scripted-entries.ts";
import { ownTally } from "../entries/own-tally.ts";
import type { ItemMeaning, Meaning } from "../scanning/classify-scan.ts";
import { decideScan, type ScanContext } from "./decide-scan.ts";
import type { KeptItem, KeptLine } from "./kept-task.ts";
import { scriptedOptions } from "./scripted-options.ts";

const item = (id: string, said: Partial<KeptItem> = {}): KeptItem => ({
  ...{ id, sku: id, description: id, tracking: "BULK", unitCode: "each", decimals: 0 },
  ...{ packs: [{ unitCode: "case", factor: "12" }], codes: [] },
  ...said,
});
const items = [
  item("wheel"),
  item("wash", { tracking: "LOT" }),
  item("bike", { tracking: "SERIAL" }),
  item("cage", { tracking: "RFID" }),
  item("grease", { unitCode: "kg", decimals: 3 }),
  item("elsewhere"),
];
const line = (itemId: string, lotCode: string | null = null): KeptLine => ({
  ...{ id: `line ${itemId} ${lotCode}`, key: `item ${itemId} ${lotCode ?? ""}`.trim() },
  ...{ version: 1, itemId, lotCode, expiresOn: lotCode === "OLD" ? "2026-11-20" : null },
  ...{
    isFound: false,
    isCountedElsewhere: false,
    round: 1,
    recount: null,
    isDisputed: false,
    pieces: null,
  },
});
const place = {
  locationId: "bin",
  lines: [line("wheel"), line("wash", "L1"), line("wash", "OLD"), line("bike"), line("grease")],
};
const burst = { isBurst: true };
const tag = (code: string, itemId: string | null = null): Meaning => ({
  ...{ kind: "TAG", tag: code, itemId },
});
const tagRead = [entryOf(3, { rawScan: "35AA", mode: "ADD", quantity: "1" })];
const counted = [entryOf(1, { mode: "ADD", serials: ["S1"] })];
const here: ScanContext = {
  place,
  mode: "TALLY",
  isBurst: false,
  options: scriptedOptions,
  today: "2026-11-21",
  itemOf: (id) => items.find((each) => each.id === id),
  tallyOf: (key) => ownTally(key === "item bike" ? counted : key === "tags" ? tagRead : []),
};
const nowhere = { ...here, place: null };
const quantities = { ...here, mode: "QUANTITY" as const };
const locked = { ...here, options: { ...here.options, locksPlace: true } };

function scanned(itemId: string, said: Partial<ItemMeaning> = {}): ItemMeaning {
  const nothing = { lotCode: null, serial: null, expiresOn: null, count: null, weightKg: null };
  return { kind: "ITEM", itemId, packUnitCode: null, ...nothing, ...said };
}
const bin = (locationId: string): Meaning => ({ kind: "LOCATION", locationId });
const unknown: Meaning = { kind: "UNKNOWN", code: "HELLO", isGtin: false };

describe("what a scan does", () => {
  test.each<[string, ScanContext, Meaning, object]>([
    ["a place, nowhere: it is opened", nowhere, bin("bin"), { do: "OPEN_PLACE" }],
    ["an item, nowhere: where?", nowhere, scanned("wheel"), { do: "ASK_PLACE" }],
    ["an unknown code, nowhere: where?", nowhere, unknown, { do: "ASK_PLACE" }],
    ["another place: it is opened", here, bin("other"), { do: "OPEN_PLACE", locationId: "other" }],
    ["another place, while locked: stay", locked, bin("other"), { do: "STAY" }],
    ["the same place", locked, bin("bin"), { do: "SAME_PLACE" }],
    ["an item: one more", here, scanned("wheel"), { do: "ADD", quantity: "1", unitCode: null }],
    [
      "a pack: one pack more",
      here,
      scanned("wheel", { packUnitCode: "case" }),
      { do: "ADD", quantity: "1", unitCode: "case", factor: "12" },
    ],
    [
      "a pack where units are not split: its pieces",
      { ...here, options: { ...here.options, splitsUnits: false } },
      scanned("wheel", { packUnitCode: "case" }),
      { do: "ADD", quantity: "12", unitCode: null, factor: "1" },
    ],
    [
      "a label that says how many",
      here,
      scanned("wash", { lotCode: "L1", count: "24" }),
      { do: "ADD", quantity: "24", line: { lineId: "line wash L1" } },
    ],
    ["a weight", here, scanned("grease", { weightKg: "1.250" }), { do: "ADD", quantity: "1.250" }],
    ["an item of several lots: which?", here, scanned("wash"), { do: "ASK_LOT" }],
    [
      "a lot that nobody expected",
      here,
      scanned("wash", { lotCode: "L9" }),
      { do: "ADD", line: { lineId: null, lotCode: "L9", isFound: true } },
    ],
    [
      "an expired lot: with a warning",
      here,
      scanned("wash", { lotCode: "OLD" }),
      { isExpired: true },
    ],
    [
      "an item that nobody expected here",
      here,
      scanned("elsewhere"),
      { do: "ADD", line: { isFound: true, lineId: null } },
    ],
    [
      "option 333: the label of an item counted by piece opens their list",
      here,
      scanned("bike"),
      { do: "ASK_SERIALS", isListed: true },
    ],
    [
      "without option 333 its serials are asked for",
      { ...here, options: { ...here.options, loadsSerials: false } },
      scanned("bike"),
      { do: "ASK_SERIALS", isListed: false },
    ],
    ["a piece: once", here, scanned("bike", { serial: "S2" }), { do: "ADD", serials: ["S2"] }],
    [
      "a piece again: no change",
      here,
      scanned("bike", { serial: "S1" }),
      { do: "ALREADY", serial: "S1", entry: { externalId: "entry-1" } },
    ],
    ["an item, by quantity: the keypad", quantities, scanned("wheel"), { do: "KEYPAD" }],
    [
      "a label that says how many, by quantity: prefilled",
      quantities,
      scanned("wash", { lotCode: "L1", count: "24" }),
      { do: "KEYPAD", prefill: "24" },
    ],
    ["an unknown code: a person decides", here, unknown, { do: "UNKNOWN", code: "HELLO" }],
    ["a tag, nowhere: where?", nowhere, tag("35AA"), { do: "ASK_PLACE" }],
    ["a tag: its item's piece", here, tag("30AA", "cage"), { do: "ADD", serials: ["30AA"] }],
    ["a tag of whatever: kept as it is", here, tag("35BB"), { do: "KEEP_TAG", tag: "35BB" }],
    ["a tag of loose goods: kept as it is", here, tag("30BB", "wheel"), { do: "KEEP_TAG" }],
    ["a tag again: no change", here, tag("35AA"), { do: "ALREADY", serial: "35AA" }],
    [
      "an unknown code among tags",
      { ...here, ...burst },
      unknown,
      { do: "KEEP_TAG", tag: "HELLO" },
    ],
    ["half a code: refused", here, { kind: "TRUNCATED" }, { do: "REFUSE" }],
  ])("%s", (_what, context, meaning, step) => {
    expect(decideScan(meaning, context)).toMatchObject(step);
  });
});
