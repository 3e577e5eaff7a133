import { expect, test } from "vitest";
import type { AskedSheet } from "./count-sheet.ts";
import { printRejections, rejectPrint, type PrintFacts } from "./reject-print.ts";

const asked: AskedSheet = {
  ...{ locationId: null, claimedById: null, isRestOnly: false, showsBooks: false },
};
const facts: PrintFacts = { mayCount: true, isBlindHere: false, lines: 3, sheets: 0 };

/** From the last reason to the first: each with everything wrong that is looked for later. */
const cases: [reason: string, asked: Partial<AskedSheet>, facts: Partial<PrintFacts>][] = [
  ["TOO_MANY_SHEETS", {}, { sheets: 5_000 }],
  ["TOO_MANY_LINES", {}, { sheets: 5_000, lines: 1_001 }],
  ["NOTHING_THERE", {}, { sheets: 5_000, lines: 0 }],
  ["BOOKS_HIDDEN", { showsBooks: true }, { lines: 0, isBlindHere: true }],
  ["SESSION_NOT_OPEN", { showsBooks: true }, { mayCount: false, isBlindHere: true }],
];

test.each(cases)("%s", (reason, wrong, found) => {
  expect(rejectPrint({ ...asked, ...wrong }, { ...facts, ...found })?.reason).toBe(reason);
});

test("every reason has a case, in the order of the reasons", () => {
  expect(cases.map(([reason]) => reason).reverse()).toEqual(Object.keys(printRejections));
});

test("a sheet of as many lines as there may be is printed, and one of more says how many there are", () => {
  expect(rejectPrint(asked, { ...facts, lines: 1_000 })).toBeNull();
  expect(rejectPrint(asked, { ...facts, lines: 84_210 })?.message).toBe(
    "A sheet has at most 1000 lines, so print it place by place: here are 84210.",
  );
});

test("who may see the books may have them on paper", () => {
  expect(rejectPrint({ ...asked, showsBooks: true }, facts)).toBeNull();
});
