import { describe, expect, test } from "vitest";
import { type Figure, judge, measure, median } from "./figure.ts";

const figure = (changes: Partial<Figure>): Figure => ({
  figure: "batches a second",
  limit: 0.5,
  bound: "at least",
  ours: async () => 10,
  ...changes,
});

describe("a figure", () => {
  test("takes the middle of what was measured", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 100])).toBe(3);
    expect(() => median([])).toThrow();
  });

  test("measures both sides in turns, at least three times", async () => {
    const turns: string[] = [];
    const given = figure({
      ours: async () => turns.push("ours"),
      peer: async () => turns.push("peer"),
      rounds: 1,
    });
    await measure("moves", given);
    expect(turns).toEqual(["ours", "peer", "ours", "peer", "ours", "peer"]);
  });

  test("is judged by the ratio where there is a peer", () => {
    expect(judge("moves", figure({}), 40, 100)).toMatchObject({ ratio: 0.4, ok: false });
    expect(judge("moves", figure({}), 60, 100)).toMatchObject({ ratio: 0.6, ok: true });
  });

  test("is good enough at a number of its own, whatever the ratio", () => {
    const entries = figure({ enough: 50 });
    expect(judge("moves", entries, 40, 100)).toMatchObject({ ratio: 0.4, ok: false });
    expect(judge("moves", entries, 50, 1_000)).toMatchObject({ ratio: 0.05, ok: true });
    expect(judge("moves", entries, 40, 80)).toMatchObject({ ratio: 0.5, ok: true });
  });

  test("is judged by its own number where there is none", () => {
    const start = figure({ figure: "seconds", bound: "at most", limit: 5 });
    expect(judge("start", start, 4.2, null)).toEqual({
      bench: "start",
      figure: "seconds",
      ours: 4.2,
      peer: null,
      ratio: null,
      limit: 5,
      ok: true,
    });
    expect(judge("start", start, 5.1, null).ok).toBe(false);
  });
});
