import { expect, test } from "vitest";
import { rejectWarehouse, warehouseRejections } from "./reject-warehouse.ts";

const sound = { code: "HAM", name: "Hamburg", timeZone: "Europe/Berlin", currency: "EUR" };
const free = { codeIsTaken: false };

const cases = [
  ["CODE_MISSING", { ...sound, code: "" }, free],
  ["NAME_MISSING", { ...sound, name: "" }, free],
  ["TIME_ZONE_UNKNOWN", { ...sound, timeZone: "Europe/Nowhere" }, free],
  ["TIME_ZONE_UNKNOWN", { ...sound, timeZone: "+02:00" }, free],
  ["CURRENCY_UNKNOWN", { ...sound, currency: "EURO" }, free],
  ["CODE_TAKEN", sound, { codeIsTaken: true }],
] as const;

test.each(cases)("%s", (reason, warehouse, facts) => {
  expect(rejectWarehouse(warehouse, facts)?.reason).toBe(reason);
});

test("every reason has its case, in order", () => {
  const told = [...new Set(cases.map(([reason]) => reason))];
  expect(told).toEqual(Object.keys(warehouseRejections));
});

test("a sound warehouse is saved", () => {
  expect(rejectWarehouse(sound, free)).toBeNull();
  expect(rejectWarehouse({ ...sound, timeZone: "UTC" }, free)).toBeNull();
});

test("the earliest reason wins and the message names the code", () => {
  const nothing = { code: "", name: "", timeZone: "", currency: "" };
  expect(rejectWarehouse(nothing, { codeIsTaken: true })?.reason).toBe("CODE_MISSING");
  const taken = rejectWarehouse(sound, { codeIsTaken: true });
  expect(taken?.message).toBe("Another warehouse has this code: HAM.");
});
