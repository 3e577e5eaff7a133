import { expect, test } from "vitest";
import { csvOf } from "./csv.ts";

const cell = (value: unknown) =>
  csvOf(["a"], [{ a: value }])
    .split("\r\n")
    .slice(1, -1)
    .join("\r\n");

test.each([
  ["what is missing is empty", null, ""],
  ["a number stays a number", "-3.5", "-3.5"],
  ["a comma is quoted", "M6, steel", '"M6, steel"'],
  ["a quotation mark is doubled", '1/2" pipe', '"1/2"" pipe"'],
  ["an equals sign is no formula", "=1+1", "'=1+1"],
  ["nor a plus", "+SUM(A1)", "'+SUM(A1)"],
  ["nor a minus that is no number", "-A1", "'-A1"],
  ["nor an at sign", "@SUM(A1)", "'@SUM(A1)"],
  [
    "an instant is written as such",
    new Date("2026-11-21T10:00:00.000Z"),
    "2026-11-21T10:00:00.000Z",
  ],
])("%s", (_, value, text) => expect(cell(value)).toBe(text));
