import { expect, test } from "vitest";
import { chart, drawAccuracy, type MonthAccuracy } from "./accuracy-drawing.ts";

const month = (name: string, accuracy: number | null, units = 99, value = 98.9): MonthAccuracy => ({
  ...{ month: name, lines: 10, accuracy, units, value },
});

test("the levels hold the least that was reached, and end at a hundred", () => {
  const { levels } = drawAccuracy([month("2026-10", 93.1), month("2026-11", 96.6)]);
  expect(levels.map(({ percent }) => percent)).toEqual([92, 94, 96, 98, 100]);
  expect(levels.at(-1)?.y).toBe(chart.top);
});

test("nothing right at all is at the foot, not under it", () => {
  const { series, levels } = drawAccuracy([month("2026-11", 0)]);
  expect(levels[0]?.percent).toBe(0);
  expect(series[0]?.dots[0]?.y).toBe(chart.height - chart.bottom);
});

test("names of lines that end together stand apart", () => {
  const { series } = drawAccuracy([month("2026-10", 98, 99, 99), month("2026-11", 99, 99, 99)]);
  const ends = series.map(({ endY }) => endY).toSorted((a, b) => a - b);
  for (const [at, end] of ends.slice(1).entries())
    expect(end - (ends[at] ?? 0)).toBeGreaterThanOrEqual(15);
});

test("a month without a percentage leaves no dot, and no line where there is none", () => {
  const { series } = drawAccuracy([month("2026-10", null), month("2026-11", 95)]);
  expect(series.find(({ name }) => name === "accuracy")?.dots).toHaveLength(1);
  expect(drawAccuracy([]).series).toEqual([]);
});

test("months are named as far as names fit, the last one always, and a year once", () => {
  const year = (from: string) =>
    Array.from({ length: 12 }, (_, at) => month(`${from}-${String(at + 1).padStart(2, "0")}`, 95));
  const named = (months: MonthAccuracy[], width?: number) =>
    drawAccuracy(months, width).months.flatMap(({ month: at, name }) =>
      name === "none" ? [] : [name === "month" ? at.slice(5) : at],
    );
  expect(named(year("2026"))).toEqual([
    "2026-01",
    ...["02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"],
  ]);
  expect(named(year("2026"), 300)).toEqual(["2026-04", "08", "12"]);
  expect(named([...year("2025").slice(11), ...year("2026").slice(0, 2)])).toEqual([
    "12",
    "2026-01",
    "02",
  ]);
});
