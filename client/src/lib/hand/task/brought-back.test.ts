import { expect, test } from "vitest";
import type { KeptEntry } from "../entries/entry.ts";
import { makeEntry } from "../entries/make-entry.ts";
import { ownTally } from "../entries/own-tally.ts";
import { entryOf } from "../entries/scripted-entries.ts";
import { broughtBack } from "./brought-back.ts";

const typed = [
  entryOf(1, { mode: "ADD", quantity: "9" }),
  entryOf(2, { mode: "REPLACE", quantity: "3", unitCode: "case", factor: "12" }),
  entryOf(3, { mode: "ADD", quantity: "4", note: "one is open" }),
];

/** As they come to be kept: behind those that were taken back. */
function keptAfter(entries: readonly KeptEntry[]): KeptEntry[] {
  const now = "2026-11-21T11:00:00.000Z";
  const [first] = entries;
  if (!first) return [];
  return broughtBack(first, ownTally(entries)).map(([target, content, countedAt = now], at) => ({
    ...makeEntry(target, content, { ...first, countedAt }),
    ...{ number: entries.length + at + 1, state: "WAITING", rejection: null },
  }));
}

test("a count comes back as it was typed, as of when it was seen", () => {
  const back = keptAfter(typed);
  expect(back).toMatchObject([
    { mode: "ADD", quantity: "3", unitCode: "case", factor: "12", countedAt: typed[1]?.countedAt },
    { mode: "ADD", quantity: "4", note: "one is open", countedAt: typed[2]?.countedAt },
  ]);
  expect(ownTally(back)).toMatchObject({ kind: "COUNTED", quantity: "40" });
});

test("what was left out comes back with its reason, and what was blank stays blank", () => {
  const skipped = [entryOf(1, { mode: "NOT_ACCESSIBLE", reason: "Pallet in the way" })];
  expect(keptAfter(skipped)).toMatchObject([
    { mode: "NOT_ACCESSIBLE", reason: "Pallet in the way" },
  ]);
  expect(keptAfter([entryOf(1, { mode: "VOID", voids: "entry-0" })])).toEqual([]);
});

test("each tag keeps what was read", () => {
  const tags = ["35AA", "35BB"].map((rawScan, at) =>
    entryOf(at + 1, { lineKey: "tags", rawScan, quantity: "1" }),
  );
  expect(keptAfter(tags).map(({ rawScan }) => rawScan)).toEqual(["35AA", "35BB"]);
});
