import { expect, test } from "vitest";
import { readSheetCode, wayOfSheet } from "./sheet-code.ts";

const address = "https://tally.example/counts/Q291bnQ%3D/sheets/3?warehouse=MAIN";
const code = { sessionId: "Q291bnQ=", number: 3, warehouse: "MAIN" };

test("the code of a sheet says which count and which sheet, whatever server it was printed for", () => {
  expect(readSheetCode(address)).toEqual(code);
});

test.each([
  "CC-0007",
  "https://tally.example/join/CC-0007",
  "https://tally.example/counts/x/sheets",
  "https://tally.example/counts/x/sheets/0",
  "https://id.example/01/05901234123457",
  "/sheets/ on a label",
])("%s is none", (text) => expect(readSheetCode(text)).toBeNull());

test("it leads whoever types sheets in to that page, a counter to the count, and others nowhere", () => {
  const counts = [{ id: "Q291bnQ=" }];
  expect(wayOfSheet(code, { counts: [], plansCounts: true })).toBe(
    "/counts/Q291bnQ%3D/sheets/3?warehouse=MAIN",
  );
  expect(wayOfSheet(code, { counts, plansCounts: false })).toBe("/count?count=Q291bnQ%3D");
  expect(wayOfSheet(code, { counts: [], plansCounts: false })).toBeNull();
});
