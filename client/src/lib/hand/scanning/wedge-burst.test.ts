import { expect, test } from "vitest";
import { WedgeBurst, type KeyVerdict } from "./wedge-burst.ts";

/** Types with these gaps and ends with Enter after the last of them. */
function type(text: string, gapMs: number, enterGapMs = gapMs) {
  const burst = new WedgeBurst();
  const verdicts: KeyVerdict[] = [...text].map((key, at) => burst.character(key, at * gapMs));
  const end = burst.end((text.length - 1) * gapMs + enterGapMs);
  return { verdicts, end, text: burst.text };
}

test("a scanner is known at its fourth character, and its Enter is its own", () => {
  expect(type("590123", 8)).toEqual({
    verdicts: ["PASS", "PASS", "PASS", "TAKE_OVER", "SWALLOW", "SWALLOW"],
    ...{ end: "END", text: "590123" },
  });
});

test("a slow scanner is one, with a gap of up to 120 ms in between", () => {
  const burst = new WedgeBurst();
  const times = [0, 30, 60, 90, 205, 235];
  const verdicts = times.map((at, index) => burst.character(String(index), at));
  expect(verdicts.slice(3)).toEqual(["TAKE_OVER", "SWALLOW", "SWALLOW"]);
  expect(burst.end(300)).toBe("END");
  expect(burst.text).toBe("012345");
});

test("a person who types is left alone, and so is a person's Enter", () => {
  const { verdicts, end } = type("hello", 110);
  expect(new Set(verdicts)).toEqual(new Set(["PASS"]));
  expect(end).toBe("PASS");
});

test("a short code is a scan when its Enter comes as fast as its characters", () => {
  expect(type("A1", 10).end).toBe("END");
  expect(type("A1", 10, 90).end).toBe("PASS");
});

test("after a pause a new burst begins, so that two scans are never one", () => {
  const burst = new WedgeBurst();
  for (const [at, key] of [..."1234"].entries()) burst.character(key, at * 10);
  expect(burst.isFresh(500)).toBe(true);
  expect(burst.character("9", 500)).toBe("PASS");
  expect(burst.text).toBe("9");
});
