import { expect, test } from "vitest";
import { settingsOf, type SavedOption } from "./option-setting.ts";

const saved = (code: string, warehouseId: number | null, value: unknown): SavedOption => ({
  ...{ code, warehouseId, value, changedBy: "ada" },
  changedAt: new Date("2026-11-20T10:00:00Z"),
});
const settingOf = (rows: SavedOption[], code: string, warehouseId: number | null = 1) =>
  settingsOf(rows, warehouseId).find((each) => each.code === code);

test("an option that nobody has set is the default's, and says so", () => {
  expect(settingOf([], "325")).toMatchObject({
    ...{ number: 325, name: "Zero counts", kind: "SWITCH", value: true, source: "DEFAULT" },
    ...{ valueOfCompany: null, valueOfWarehouse: null, changedAt: null },
  });
});

test("the company's value is inherited until the warehouse has its own", () => {
  const company = saved("325", null, false);
  expect(settingOf([company], "325")).toMatchObject({ value: false, source: "COMPANY" });
  expect(settingOf([company, saved("325", 1, true)], "325")).toMatchObject({
    ...{ value: true, source: "WAREHOUSE", valueOfCompany: false, valueOfWarehouse: true },
  });
});

test("the company's page tells which warehouses its value does not reach", () => {
  const rows = [saved("325", null, false), saved("325", 2, true), saved("345", 3, true)];
  expect(settingOf(rows, "325", null)).toMatchObject({ value: false, exceptionIds: [2] });
});

test("a value of another type is not taken", () => {
  expect(settingOf([saved("325", 1, "no")], "325")).toMatchObject({ source: "DEFAULT" });
});

test("numbers come first and in order, then those that go by name", () => {
  const numbers = settingsOf([], null).map(({ number }) => number);
  const known = numbers.filter((number) => number !== null);
  expect(known).toEqual(known.toSorted((a, b) => a - b));
  expect(numbers.slice(0, known.length)).toEqual(known);
});

test("a choice names what there is to choose from, and a number its ends", () => {
  expect(settingOf([], "198")?.choices).toContain("SHORTAGES");
  expect(settingOf([], "controlRecountPercent")).toMatchObject({ least: 0, most: 100 });
});
