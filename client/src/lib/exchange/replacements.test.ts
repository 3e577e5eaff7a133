import { expect, test } from "vitest";
import { putIn, takenOut } from "./replacements.ts";

const first = { field: "ITEM", from: "B0LT", to: "BOLD" } as const;

test("a value that was put right wrongly is put right where it came from, and goes back to it", () => {
  const second = { field: "ITEM", from: "BOLD", to: "BOLT" } as const;
  const put = putIn([first], second);
  expect(put).toEqual([{ ...first, to: "BOLT" }, second]);
  expect(takenOut(put, second, [first])).toEqual([first]);
});

test("a value has one replacement in each field", () => {
  const other = { field: "LOCATION", from: "B0LT", to: "BELT" } as const;
  const put = putIn([first, other], { ...first, to: "BOLT" });
  expect(put).toEqual([other, { ...first, to: "BOLT" }]);
  expect(takenOut(put, first, [])).toEqual([other]);
});
