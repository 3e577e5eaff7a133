import { expect, test } from "vitest";
import { sheetAddress } from "./sheet-address.ts";

test.each([
  ["https://counts.example/counts/Q291bnQ/sheets/3?warehouse=MAIN", 3],
  [" http://localhost:4000/counts/Q291bnQ/sheets/12 ", 12],
])("%s leads to a sheet", (text, number) => {
  expect(sheetAddress(text)).toMatchObject({ number });
});

test("the sheet is looked for on this server, in its warehouse", () => {
  const found = sheetAddress("https://elsewhere.example/counts/Q291bnQ/sheets/3?warehouse=MAIN");
  expect(found?.path).toBe("/counts/Q291bnQ/sheets/3?warehouse=MAIN");
});

test.each(["", "CC-0007", "https://counts.example/join/CC-0007", "/counts/x/sheets/y"])(
  "%s does not",
  (text) => {
    expect(sheetAddress(text)).toBeUndefined();
  },
);
