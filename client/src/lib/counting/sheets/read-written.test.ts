import { expect, test } from "vitest";
import { readWritten } from "./read-written.ts";

test.each([
  ["nothing", "  ", false, { kind: "BLANK" }],
  ["a nought", "0", false, { kind: "QUANTITY", quantity: "0" }],
  ["a number", " 12 ", false, { kind: "QUANTITY", quantity: "12" }],
  ["a number with decimals", "2.5", false, { kind: "QUANTITY", quantity: "2.5" }],
  ["no number", "a dozen", false, undefined],
  ["less than nothing", "-3", false, undefined],
  ["serials", "S1, S2;S3\nS1", true, { kind: "SERIALS", serials: ["S1", "S2", "S3"] }],
  ["no piece at all", "0", true, { kind: "QUANTITY", quantity: "0" }],
])("%s is read", (_, text, isByPiece, written) => {
  expect(readWritten(text, isByPiece, "en")).toEqual(written);
});
