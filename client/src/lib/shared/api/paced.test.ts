import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { paced } from "./paced.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function recordEvery(everyMs: number) {
  const seen: (readonly string[])[] = [];
  return { seen, pace: paced<string>((things) => seen.push(things), everyMs) };
}

test("the first of a quiet time is handed on at once", () => {
  const { seen, pace } = recordEvery(250);
  pace.push(["a"]);
  expect(seen).toEqual([["a"]]);
});

test("what follows is gathered, and nothing is lost or turned around", () => {
  const { seen, pace } = recordEvery(250);
  pace.push(["a"]);
  pace.push(["b", "c"]);
  pace.push(["d"]);
  vi.advanceTimersByTime(249);
  expect(seen).toEqual([["a"]]);
  vi.advanceTimersByTime(1);
  expect(seen).toEqual([["a"], ["b", "c", "d"]]);
});

test("after a pause it is quick again", () => {
  const { seen, pace } = recordEvery(250);
  pace.push(["a"]);
  vi.advanceTimersByTime(1_000);
  pace.push(["b"]);
  expect(seen).toEqual([["a"], ["b"]]);
});

test("once stopped it hands on nothing more", () => {
  const { seen, pace } = recordEvery(250);
  pace.push(["a"]);
  pace.push(["b"]);
  pace.stop();
  vi.advanceTimersByTime(1_000);
  expect(seen).toEqual([["a"]]);
});
