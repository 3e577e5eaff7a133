import fc from "fast-check";
import { expect, test } from "vitest";
import { windowRows } from "./window-rows.ts";

const tallied = (rows: ReturnType<typeof windowRows>) =>
  rows.reduce((sum, row) => sum + ("gap" in row ? row.gap : 1), 0);

test("rows in sight stand between gaps", () => {
  expect(windowRows(100, [10, 12])).toEqual([
    { gap: 10, key: "before-10" },
    { index: 10 },
    { index: 11 },
    { index: 12 },
    { gap: 87, key: "end" },
  ]);
});

test("the row with the focus stays when it is out of sight", () => {
  expect(windowRows(100, [50, 50], 3)).toEqual([
    { gap: 3, key: "before-3" },
    { index: 3 },
    { gap: 46, key: "before-50" },
    { index: 50 },
    { gap: 49, key: "end" },
  ]);
});

test("rows and gaps always add up to the whole table, each row once and in order", () => {
  const places = fc.tuple(fc.nat(500), fc.nat(600), fc.nat(80), fc.option(fc.nat(600)));
  fc.assert(
    fc.property(places, ([count, first, length, pinned]) => {
      const rows = windowRows(count, [first - 20, first + length], pinned ?? undefined);
      expect(tallied(rows)).toBe(count);
      const indexes = rows.flatMap((row) => ("index" in row ? [row.index] : []));
      expect(indexes).toEqual([...new Set(indexes)].toSorted((a, b) => a - b));
    }),
  );
});
