import { expect, test } from "vitest";
import { Decimal } from "./exact-decimal.ts";
import { factorOf } from "./factor-of.ts";

const item = { unitCode: "EA", packFactors: new Map([["CASE", new Decimal(12)]]) };

test.each([
  [null, "1"],
  ["EA", "1"],
  ["CASE", "12"],
  ["PALLET", undefined],
])("%s holds %s of the item's own unit", (unitCode, factor) => {
  expect(factorOf(unitCode, item)?.toFixed()).toBe(factor);
});
