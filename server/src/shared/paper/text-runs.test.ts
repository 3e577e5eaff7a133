import { expect, test } from "vitest";
import { textRuns } from "./text-runs.ts";

test.each([
  ["of one script is one run", "Hex bolt M8 × 40", ["Hex bolt M8 × 40"]],
  ["of several languages of Europe is one run", "Łódź grün", ["Łódź grün"]],
  ["changes the font within a word where it must", "Ωmega", ["Ω", "mega"]],
  ["keeps the words of one script together", "رف رقم", ["رف رقم"]],
  ["leaves its digits in their order", "رقم ١٢ رف", [" رف", "١٢", "رقم "]],
  ["that begins from the right stands with its end on the left", "رف A-01", ["A-01", "رف "]],
  ["that begins from the left keeps its order", "A-01 رف", ["A-01 ", "رف"]],
  ["of Chinese and Latin is drawn from two fonts", "六角螺栓、M8×40", ["六角螺栓、", "M8×40"]],
  ["of Japanese keeps its long vowels and brackets", "「ボルト」", ["「ボルト」"]],
])("a line %s", (_, line, parts) => {
  expect(textRuns(line).map(({ text }) => text)).toEqual(parts);
});
