import { expect, test } from "vitest";
import { entryOf } from "../entries/scripted-entries.ts";
import { exportEntries } from "./export-entries.ts";

test("a line for each entry, with its state, and nothing that a spreadsheet takes for a formula", () => {
  const entries = [
    entryOf(1, { quantity: "3", state: "SENT" }),
    entryOf(2, { rawScan: "=1+1", note: 'A "blue", box', serials: ["S1"] }),
  ];
  const [head, first, second] = exportEntries(entries, "csv").text.split("\r\n");
  expect(head).toMatch(/^number,state,externalId,/);
  expect(first).toContain("1,SENT,entry-1");
  expect(second).toContain("'=1+1");
  expect(second).toContain('"A ""blue"", box"');
});

test("the other form has all that is kept", () => {
  const entries = [entryOf(1, { quantity: "3" })];
  expect(JSON.parse(exportEntries(entries, "json").text)).toEqual(entries);
});
