import { expect, test } from "vitest";
import { locationRejections, rejectLocation, type LocationFacts } from "./reject-location.ts";

const sound = { code: "A-01", barcode: null, checkDigits: "07" };
const free: LocationFacts = {
  ownPath: "/4/19/",
  parentPath: "/4/",
  codeIsTaken: false,
  barcodeIsTaken: false,
  isTakenOutOfUse: false,
  hasStock: true,
};

const cases = [
  ["CODE_MISSING", { ...sound, code: "" }, free],
  ["PARENT_BELOW_ITSELF", sound, { ...free, parentPath: "/4/19/" }],
  ["PARENT_BELOW_ITSELF", sound, { ...free, parentPath: "/4/19/233/" }],
  ["CHECK_DIGITS_INVALID", { ...sound, checkDigits: "7" }, free],
  ["CHECK_DIGITS_INVALID", { ...sound, checkDigits: "AB" }, free],
  ["CODE_TAKEN", sound, { ...free, codeIsTaken: true }],
  ["BARCODE_TAKEN", sound, { ...free, barcodeIsTaken: true }],
  ["HAS_STOCK", sound, { ...free, isTakenOutOfUse: true }],
] as const;

test.each(cases)("%s", (reason, location, facts) => {
  expect(rejectLocation(location, facts)?.reason).toBe(reason);
});

test("every reason has its case, in order", () => {
  const told = [...new Set(cases.map(([reason]) => reason))];
  expect(told).toEqual(Object.keys(locationRejections));
});

test("a sound place is saved", () => {
  expect(rejectLocation(sound, free)).toBeNull();
  expect(rejectLocation({ ...sound, checkDigits: null }, free)).toBeNull();
  expect(rejectLocation(sound, { ...free, ownPath: null, parentPath: null })).toBeNull();
  expect(rejectLocation(sound, { ...free, parentPath: "/4/190/" })).toBeNull();
  expect(rejectLocation(sound, { ...free, isTakenOutOfUse: true, hasStock: false })).toBeNull();
});
