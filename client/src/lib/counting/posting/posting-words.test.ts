import { expect, test } from "vitest";
import { changesBetween, consequenceOf, postingInWords, shortDigest } from "./posting-words.ts";

const figures = {
  lines: 43,
  matches: 0,
  receipts: 19,
  issues: 22,
  moves: 4,
  unitsIn: "38",
  unitsOut: "228",
  valueIn: "2743.50",
  valueOut: "5554.31",
  notCounted: 343,
};

test("the consequence is a sentence with units, lines and money", () => {
  expect(consequenceOf(figures, "USD")).toBe(
    "228 units leave and 38 enter stock on 41 lines; 4 pieces change place. Stock value falls by $2,810.81.",
  );
  expect(consequenceOf({ ...figures, unitsOut: "1", unitsIn: "1.000" }, "USD")).toMatch(
    /^1 unit leaves and 1 enters stock/,
  );
});

test("a posting of matches changes nothing and says so", () => {
  const matches = { ...figures, matches: 43, receipts: 0, issues: 0, moves: 0 };
  expect(consequenceOf(matches, "USD")).toContain("43 lines match the books");
  expect(consequenceOf({ ...figures, lines: 0 }, "USD")).toBe("There is nothing to post.");
});

test("nobody who may not see costs is told one", () => {
  const blind = { ...figures, valueIn: undefined, valueOut: undefined };
  expect(consequenceOf(blind, "USD")).not.toContain("$");
  expect(postingInWords(blind, "USD")).toBe("43 lines, −190 units net");
  expect(postingInWords(figures, "USD")).toBe("43 lines, −$2,810.81 net");
});

test("a refused digest is explained by what has changed since, and by nothing else", () => {
  const after = { ...figures, lines: 44, receipts: 20, unitsIn: "40", valueIn: "2800" };
  expect(changesBetween(figures, after, "USD")).toEqual([
    "lines to post: 43 → 44",
    "receipts: 19 → 20",
    "net units: −190 → −188",
    "net: −$2,810.81 → −$2,754.31",
  ]);
  expect(changesBetween(figures, figures, "USD")).toEqual([]);
});

test("a digest is shown by its first twelve digits", () => {
  expect(shortDigest("7f3a91c2e05b77aa")).toBe("7f3a 91c2 e05b");
});
