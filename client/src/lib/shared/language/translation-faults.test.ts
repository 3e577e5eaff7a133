import { expect, test } from "vitest";
import { faultsOf } from "./translation-faults.ts";

test("control: what is missing, misspelt or without its plural is seen", () => {
  const english = {
    close: "Close {place}",
    lines: { one: "{count} line", other: "{count} lines" },
  };
  expect(
    faultsOf(english, { close: "{place} zu", lines: { other: "{count}" } }, ["one", "other"]),
  ).toEqual(["lines has no one"]);
  expect(faultsOf(english, { close: "{ort} zu" }, ["other"])).toEqual([
    "close asks for {ort}",
    "close leaves {place} out",
    "lines is in one language only",
  ]);
});
