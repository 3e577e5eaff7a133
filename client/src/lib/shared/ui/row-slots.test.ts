import fc from "fast-check";
import { expect, test } from "vitest";
import { keepSlots } from "./row-slots.ts";

test("rows that come are drawn where rows went", () => {
  const before = keepSlots(new Map(), [4, 5, 6]);
  expect([...before]).toEqual([
    [4, 0],
    [5, 1],
    [6, 2],
  ]);
  const after = keepSlots(before, [5, 6, 7]);
  expect(after.get(7)).toBe(before.get(4));
});

test("a row that stays keeps its place, no two rows share one, and none is left over", () => {
  const window = fc
    .tuple(fc.nat(300), fc.nat(60), fc.option(fc.nat(400), { nil: undefined }))
    .map(([first, length, pinned]) => {
      const rows = Array.from({ length }, (_, at) => first + at);
      return pinned === undefined ? rows : [...new Set([...rows, pinned])].sort((a, b) => a - b);
    });
  fc.assert(
    fc.property(fc.array(window, { minLength: 1, maxLength: 20 }), (windows) => {
      let slots = new Map<number, number>();
      for (const rows of windows) {
        const before = slots;
        slots = keepSlots(before, rows);
        expect([...slots.keys()].toSorted((a, b) => a - b)).toEqual(rows);
        expect(new Set(slots.values()).size).toBe(rows.length);
        for (const row of rows) {
          if (before.has(row)) expect(slots.get(row)).toBe(before.get(row));
        }
      }
    }),
  );
});
