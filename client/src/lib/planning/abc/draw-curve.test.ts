import { expect, test } from "vitest";
import { drawCurve } from "./draw-curve.ts";

test("the curve begins at nothing and ends at everything, with its classes below", () => {
  const run = {
    itemCount: 4,
    thresholds: { shareA: "80", shareB: "95" },
    classes: [
      { abcClass: "A" as const, items: 1, changed: 0 },
      { abcClass: "C" as const, items: 3, changed: 0 },
    ],
  };
  const curve = [
    { rank: 1, shareCumulative: "0.8" },
    { rank: 4, shareCumulative: "1" },
  ];
  const drawn = drawCurve(curve, run, { width: 100, height: 50 });
  expect(drawn.path).toBe("M0 50 L25 10 L100 0");
  expect(drawn.limits.map(({ y }) => y)).toEqual([10, 2.5]);
  expect(drawn.bounds).toEqual([{ name: "A", x: 25 }]);
  expect(drawn.inWords).toBe("Cumulative share of value used: 1 items are A, 3 items are C.");
});
