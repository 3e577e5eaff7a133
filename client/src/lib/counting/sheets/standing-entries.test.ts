import { expect, test } from "vitest";
import type { SheetLine } from "./count-sheet.ts";
import type { Observation } from "./paper-observation.ts";
import { StandingEntries } from "./standing-entries.ts";

const onSheet = (externalId: string) =>
  ({ externalId, counter: { id: "maria", name: "Maria" } }) as SheetLine["entry"];
const made = (externalId: string) => ({ externalId, countedById: "maria" }) as Observation;

/** Types one after the other, each time with what the sheet said by then. */
function typeAll(...typed: [says: string | null, made: string | null][]) {
  const entries = new StandingEntries();
  return typed.map(([says, makes]) => {
    const before = entries.of("line", says === null ? null : onSheet(says));
    entries.follow("line", before, makes === null ? undefined : made(makes));
    return before?.externalId ?? null;
  });
}

test("what the sheet says is taken back", () => {
  expect(typeAll(["a", "b"])).toEqual(["a"]);
});

test("a sheet that was read before the last entry is not believed", () => {
  expect(typeAll([null, "a"], [null, "b"], [null, null])).toEqual([null, "a", "b"]);
});

test("nor one that was read between the two last", () => {
  expect(typeAll([null, "a"], [null, "b"], ["a", "c"])).toEqual([null, "a", "b"]);
});

test("once it has the last entry, it is; and so is it when somebody else has typed", () => {
  expect(typeAll([null, "a"], ["a", "b"], ["x", "c"])).toEqual([null, "a", "x"]);
});

test("what was emptied needs no taking back", () => {
  expect(typeAll(["a", null], ["a", "b"])).toEqual(["a", null]);
});
