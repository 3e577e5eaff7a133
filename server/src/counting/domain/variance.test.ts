import { expect, test } from "vitest";
import { Decimal } from "../../shared/exact-decimal.ts";
import { probableUnitSlip, varianceOf } from "./variance.ts";

const of = (counted: string, expected: string, cost: string | null = "2.5") =>
  varianceOf(new Decimal(counted), new Decimal(expected), cost === null ? null : new Decimal(cost));

test.each([
  ["80", "100", "SHORTAGE", "-20", "-20", "-50"],
  ["105", "100", "OVERAGE", "5", "5", "12.5"],
  ["100", "100", "MATCH", "0", "0", "0"],
  ["0.1", "0.3", "SHORTAGE", "-0.2", "-66.6667", "-0.5"],
])("%s counted, %s expected: %s of %s", (counted, expected, kind, quantity, percent, value) => {
  const variance = of(counted, expected);
  expect(variance.kind).toBe(kind);
  expect(variance.quantity.toFixed()).toBe(quantity);
  expect(variance.percent?.toFixed()).toBe(percent);
  expect(variance.value?.toFixed()).toBe(value);
});

test("F9: expected 0, found 1, worth 5,000: no percentage holds it", () => {
  const found = of("1", "0", "5000");
  expect(found.percent).toBeNull();
  expect(found.value?.toFixed()).toBe("5000");
});

test("nothing expected and nothing found is a match", () => {
  expect(of("0", "0").percent?.toFixed()).toBe("0");
});

test("stock of unknown cost has no value, not a value of 0", () => {
  expect(of("5", "7", null).value).toBeNull();
});

test("F11: lots of -10, -10 and +12 are three variances: gross 32, net -8", () => {
  const lots = [of("0", "10"), of("5", "15"), of("12", "0")].map(({ quantity }) => quantity);
  const gross = lots.reduce((sum, quantity) => sum.plus(quantity.abs()), new Decimal(0));
  const net = lots.reduce((sum, quantity) => sum.plus(quantity), new Decimal(0));
  expect([lots.length, gross.toFixed(), net.toFixed()]).toEqual([3, "32", "-8"]);
});

const packs = [
  { unitCode: "BOX", factor: new Decimal(12) },
  { unitCode: "PALLET", factor: new Decimal(144) },
];

test.each([
  ["-12", { unitCode: "BOX", packs: "-1" }],
  ["288", { unitCode: "PALLET", packs: "2" }],
  ["-13", null],
  ["0", null],
])("a variance of %s: %o", (quantity, slip) => {
  const found = probableUnitSlip(new Decimal(quantity), packs);
  expect(found && { ...found, packs: found.packs.toFixed() }).toEqual(slip);
});
