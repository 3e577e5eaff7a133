import { expect, test } from "vitest";
import { hasRightCheckDigit } from "./check-digit.ts";
import { readEpc } from "./epc.ts";

/** The example of the Tag Data Standard: urn:epc:tag:sgtin-96:3.0614141.812345.6789. */
const ofTheStandard = "3074257BF7194E4000001A85";

test("a tag of a trade item says its GTIN", () => {
  const epc = readEpc(ofTheStandard.toLowerCase());
  expect(epc).toEqual({ tag: ofTheStandard, gtin: "80614141123458" });
  expect(hasRightCheckDigit(epc?.gtin ?? "")).toBe(true);
});

test("a longer one does, too, and other schemes say nothing of an item", () => {
  const long = "3674257BF6B7A659B2C2BF1000000000000000000000000000".padEnd(52, "0");
  expect(readEpc(long)?.gtin).toMatch(/^\d{14}$/);
  expect(readEpc("350C0FFEE000001000000001")).toEqual({
    ...{ tag: "350C0FFEE000001000000001", gtin: null },
  });
});

test.each([
  ["a GTIN", "04006381333931"],
  ["a part of a tag", ofTheStandard.slice(0, 20)],
  ["a tag with a letter too much", `${ofTheStandard}A`],
  ["an empty one", "0".repeat(24)],
  ["a serial", "RF1040003"],
])("%s is no tag", (_, text) => {
  expect(readEpc(text)).toBeNull();
});
