import { expect, test } from "vitest";
import { Decimal } from "../../shared/exact-decimal.ts";
import { parseDay, parseInstant } from "./parse-instant.ts";
import { parseQuantity } from "./parse-quantity.ts";
import type { DecimalSign } from "./table-layout.ts";

const read = (text: string, sign: DecimalSign) => {
  const parsed = parseQuantity(text, sign);
  return parsed instanceof Decimal ? parsed.toFixed() : parsed.problem;
};

test.each<[string, DecimalSign, string]>([
  ["12", ".", "12"],
  ["0", ".", "0"],
  ["0012", ".", "12"],
  ["1,204.5", ".", "1204.5"],
  ["1.204,5", ",", "1204.5"],
  ["1 204,5", ",", "1204.5"],
  ["1\u00a0204,5", ",", "1204.5"],
  ["1'204.5", ".", "1204.5"],
  ["−3", ".", "-3"],
  ["+3", ".", "3"],
  ["0.000001", ".", "0.000001"],
  ["99999999999999", ".", "99999999999999"],
])("%s with the sign %s is %s", (text, sign, value) => {
  expect(read(text, sign)).toBe(value);
});

test.each<[string, DecimalSign, RegExp]>([
  ["n/a", ".", /Not a number/u],
  ["12 cs", ".", /Not a number/u],
  ["1e3", ".", /Not a number/u],
  ["=1+1", ".", /Not a number/u],
  ["-", ".", /Not a number/u],
  ["40.0,0", ".", /decimal sign of this file/u],
  ["1.2.3", ".", /Two decimal signs/u],
  ["1,5", ".", /Not grouped by threes/u],
  ["1.5", ",", /Not grouped by threes/u],
  ["12,34,567", ".", /Not grouped by threes/u],
  ["0.0000001", ".", /More digits/u],
  ["100000000000000", ".", /More digits/u],
])("%s with the sign %s is not guessed at", (text, sign, problem) => {
  expect(read(text, sign)).toMatch(problem);
});

test.each([
  ["2026-11-21 14:30", "Europe/Berlin", "2026-11-21T13:30:00.000Z"],
  ["2026-07-21 14:30", "Europe/Berlin", "2026-07-21T12:30:00.000Z"],
  ["2026-11-21T14:30:15Z", "Europe/Berlin", "2026-11-21T14:30:15.000Z"],
  ["2026-11-21 14:30+0530", "UTC", "2026-11-21T09:00:00.000Z"],
  ["2026-11-21", "UTC", "2026-11-21T12:00:00.000Z"],
])("%s in %s is %s", (text, zone, instant) => {
  expect(parseInstant(text, zone)?.toISOString()).toBe(instant);
});

test.each(["21.11.2026", "03/04/27", "2026-02-30", "2026-11-21 25:00", "soon"])(
  "%s is not guessed at",
  (text) => {
    expect(parseInstant(text, "UTC")).toBeNull();
  },
);

test("a day is one that the calendar has", () => {
  expect([parseDay("2028-02-29"), parseDay("2026-02-29")]).toEqual(["2028-02-29", null]);
});
