import { describe, expect, test } from "vitest";
import { ownTally } from "./own-tally.ts";
import { entryOf } from "./scripted-entries.ts";

describe("what a person's own entries come to", () => {
  test("nothing entered is blank, which is not zero", () => {
    expect(ownTally([])).toEqual({ kind: "BLANK" });
    expect(ownTally([entryOf(1, { mode: "ADD", quantity: "0" })])).toMatchObject({
      kind: "COUNTED",
      quantity: "0",
    });
  });

  test("parts are added, packs by their factor, exactly", () => {
    const entries = [
      entryOf(1, { mode: "ADD", quantity: "1" }),
      entryOf(2, { mode: "ADD", quantity: "1", factor: "12" }),
      entryOf(3, { mode: "ADD", quantity: "0.1" }),
      entryOf(4, { mode: "ADD", quantity: "0.2" }),
    ];
    expect(ownTally(entries)).toMatchObject({ quantity: "13.3", wasEdited: false });
  });

  test("a quantity put in its place stands for all before, and parts after it are added", () => {
    const entries = [
      entryOf(1, { mode: "ADD", quantity: "14" }),
      entryOf(2, { mode: "REPLACE", quantity: "75" }),
      entryOf(3, { mode: "ADD", quantity: "1" }),
    ];
    const tally = ownTally(entries);
    expect(tally).toMatchObject({ quantity: "76", wasEdited: true });
    expect(tally.kind === "COUNTED" && tally.parts.map(({ number }) => number)).toEqual([2, 3]);
  });

  test("what is taken back counts no more, and what it had put aside counts again", () => {
    const entries = [
      entryOf(1, { mode: "ADD", quantity: "14" }),
      entryOf(2, { mode: "REPLACE", quantity: "75" }),
      entryOf(3, { mode: "VOID", voids: "entry-2" }),
    ];
    expect(ownTally(entries)).toMatchObject({ quantity: "14", wasEdited: false });
  });

  test("skipped is neither blank nor zero, and a count outweighs it", () => {
    const skipped = entryOf(1, { mode: "SKIP", reason: "Pallet in the way" });
    expect(ownTally([skipped])).toMatchObject({ kind: "SKIPPED", reason: "Pallet in the way" });
    const counted = entryOf(2, { mode: "ADD", quantity: "3" });
    expect(ownTally([skipped, counted])).toMatchObject({ kind: "COUNTED", quantity: "3" });
  });

  test("what the server refused does not count", () => {
    const refused = entryOf(2, { mode: "ADD", quantity: "5", state: "REJECTED" });
    expect(ownTally([entryOf(1, { mode: "ADD", quantity: "1" }), refused])).toMatchObject({
      quantity: "1",
    });
  });

  test("pieces are counted by their serials", () => {
    const entries = ["S1", "S2"].map((serial, at) =>
      entryOf(at, { mode: "ADD", serials: [serial] }),
    );
    expect(ownTally(entries)).toMatchObject({ quantity: "2", serials: ["S1", "S2"] });
  });
});
