import fc from "fast-check";
import { expect, test } from "vitest";
import { Decimal } from "../../shared/exact-decimal.ts";
import { accuracyOf } from "./accuracy.ts";

const sums = (given: Partial<Record<keyof Parameters<typeof accuracyOf>[0], number>>) => ({
  counted: given.counted ?? 0,
  within: given.within ?? 0,
  unitsExpected: new Decimal(given.unitsExpected ?? 0),
  unitsOff: new Decimal(given.unitsOff ?? 0),
  valueExpected: new Decimal(given.valueExpected ?? 0),
  valueOff: new Decimal(given.valueOff ?? 0),
});
const plain = (given: Parameters<typeof sums>[0]) => {
  const { lines, units, value } = accuracyOf(sums(given));
  return [lines, units, value].map((each) => each?.toFixed() ?? null);
};

test("five short and five over is not a hundred percent", () => {
  // Two shelves of 100: 95 and 105 were found, at 2.00 each.
  const given = { counted: 2, within: 0, unitsExpected: 200, unitsOff: 10 };
  expect(plain({ ...given, valueExpected: 400, valueOff: 20 })).toEqual(["0", "95", "95"]);
});

test("of nothing there is no percentage", () => {
  expect(plain({})).toEqual([null, null, null]);
});

test("what was found where nothing was expected cannot make it worse than nothing", () => {
  expect(plain({ counted: 1, unitsExpected: 4, unitsOff: 9 })).toEqual(["0", "0", null]);
});

test("accuracy lies between 0 and 100 whatever was counted", () => {
  const figure = fc.nat(1_000_000);
  fc.assert(
    fc.property(figure, figure, figure, figure, (counted, within, expected, off) => {
      const { lines, units } = accuracyOf(
        sums({
          counted,
          within: Math.min(within, counted),
          unitsExpected: expected,
          unitsOff: off,
        }),
      );
      for (const each of [lines, units]) {
        if (each) expect(each.gte(0) && each.lte(100)).toBe(true);
      }
    }),
  );
});

test("one unit off in a million is not a hundred percent", () => {
  const sums = {
    ...{ counted: 100_000, within: 99_999, unitsExpected: new Decimal(1_000_000) },
    ...{ unitsOff: new Decimal(1), valueExpected: new Decimal(5), valueOff: new Decimal(0) },
  };
  const { lines, units, value } = accuracyOf(sums);
  expect([lines, units, value].map(String)).toEqual(["99.9", "99.9", "100"]);
});
