import type { AbcRunFound } from "./abc-desk.svelte.ts";

interface Point {
  rank: number;
  shareCumulative: string;
}

type Run = Pick<AbcRunFound, "itemCount" | "classes"> & {
  thresholds: Pick<AbcRunFound["thresholds"], "shareA" | "shareB">;
};

/** The cumulative curve of an analysis, as lines and words. */
export function drawCurve(
  curve: readonly Point[],
  { itemCount, classes, thresholds }: Run,
  { width, height }: { width: number; height: number },
) {
  const x = (rank: number) => Math.round((rank / Math.max(1, itemCount)) * width * 10) / 10;
  const y = (share: number) => Math.round((1 - share) * height * 10) / 10;
  const points = curve.map(
    ({ rank, shareCumulative }) => `L${x(rank)} ${y(Number(shareCumulative))}`,
  );
  let before = 0;
  const names = classes.map(({ abcClass, items }) => {
    const from = before;
    before += items;
    return { abcClass, items, x: Math.max(14, x((from + before) / 2)), end: x(before) };
  });
  return {
    path: `M0 ${height} ${points.join(" ")}`,
    limits: [
      { name: "A", percent: thresholds.shareA, y: y(Number(thresholds.shareA) / 100) },
      { name: "A and B", percent: thresholds.shareB, y: y(Number(thresholds.shareB) / 100) },
    ],
    names,
    bounds: names.slice(0, -1).map(({ abcClass, end }) => ({ name: abcClass, x: end })),
    inWords: `Cumulative share of value used: ${classes
      .map(({ abcClass, items }) => `${items} items are ${abcClass}`)
      .join(", ")}.`,
  };
}
