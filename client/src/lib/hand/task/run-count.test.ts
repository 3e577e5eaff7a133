import { expect, test } from "vitest";
import { lotsOf, runOf } from "./run-count.ts";

test.each([
  ["", null],
  [" 12 ", 12],
  ["0", undefined],
  ["-3", undefined],
  ["2.5", undefined],
  ["many", undefined],
  ["1000000000", undefined],
])("%j lots to count", (typed, lots) => {
  expect(lotsOf(typed)).toBe(lots);
});

test("lots are asked for only where lots are chosen", () => {
  const chosen = { warehouseId: "W", title: "Run" };
  expect(runOf({ ...chosen, type: "FULL", lots: 5 })).toEqual({
    ...{ warehouseId: "W", title: "Run", countType: "FULL", scope: {} },
  });
  expect(runOf({ ...chosen, type: "RANDOM", lots: 5 })).toMatchObject({
    ...{ countType: "RANDOM", scope: { lotsToCount: 5 } },
  });
  expect(runOf({ ...chosen, type: "RANDOM", lots: null }).scope).toEqual({});
});
