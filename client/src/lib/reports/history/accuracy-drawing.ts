export const chart = { width: 760, height: 240, left: 52, right: 100, top: 14, bottom: 40 };

export interface MonthAccuracy {
  month: string;
  lines: number;
  /** In percent; null where there is none. */
  accuracy: number | null;
  units: number | null;
  value: number | null;
}

type Series = "accuracy" | "units" | "value";
export const seriesNames: readonly Series[] = ["accuracy", "units", "value"];

export interface SeriesDrawing {
  name: Series;
  points: string;
  dots: { x: number; y: number }[];
  /** Where its name stands, apart from the others. */
  endY: number;
  last: number;
}

/** One whose name would touch another's has none; the last one always has. A year is told once. */
export type MonthName = "none" | "month" | "month and year";

export interface AccuracyDrawing {
  months: { x: number; month: string; lines: number; name: MonthName }[];
  levels: { y: number; percent: number }[];
  series: SeriesDrawing[];
}

const labelHeight = 15;
const labelWidth = 46;
const levelsShown = 4;

/** Lines of percentages by month, from the first level under them up to a hundred. */
export function drawAccuracy(
  months: readonly MonthAccuracy[],
  chartWidth = chart.width,
): AccuracyDrawing {
  const known = months.flatMap((each) => seriesNames.flatMap((name) => each[name] ?? []));
  const step = stepFor(Math.min(100, ...known));
  const bottom = Math.max(0, 100 - step * levelsShown);
  const width = chartWidth - chart.left - chart.right;
  const height = chart.height - chart.top - chart.bottom;
  const x = (at: number) =>
    round(chart.left + (months.length < 2 ? width / 2 : (width * at) / (months.length - 1)));
  const y = (percent: number) =>
    round(chart.top + height * (1 - (percent - bottom) / Math.max(1, 100 - bottom)));
  const every = Math.max(1, Math.ceil((labelWidth * (months.length - 1)) / width));
  const series = seriesNames.flatMap((name): SeriesDrawing[] => {
    const dots = months.flatMap((each, at) => {
      const percent = each[name];
      return percent === null ? [] : [{ x: x(at), y: y(percent), percent }];
    });
    const last = dots.at(-1);
    if (!last) return [];
    const points = dots.map((dot) => `${dot.x},${dot.y}`).join(" ");
    return [{ name, points, dots, endY: last.y, last: last.percent }];
  });
  return {
    months: months.map(({ month, lines }, at) => ({
      ...{ x: x(at), month, lines },
      name: nameOf(months, at, every),
    })),
    levels: Array.from({ length: levelsShown + 1 }, (_, at) => {
      const percent = Math.max(0, bottom + at * ((100 - bottom) / levelsShown));
      return { y: y(percent), percent };
    }),
    series: apart(series),
  };
}

function nameOf(months: readonly MonthAccuracy[], at: number, every: number): MonthName {
  if ((months.length - 1 - at) % every !== 0) return "none";
  const yearAt = (other: number) => months[other]?.month.slice(0, 4);
  const isFirst = at < every;
  const isTold = isFirst
    ? yearAt(at) === (yearAt(at + every) ?? yearAt(at))
    : yearAt(at) !== yearAt(at - every);
  return isTold ? "month and year" : "month";
}

/** The fewest percent a level that still have all in sight. */
function stepFor(least: number): number {
  return [1, 2, 5, 10, 25].find((step) => 100 - step * levelsShown <= least) ?? 25;
}

/** Names at the ends of lines that end close together are set one above the other. */
function apart(series: SeriesDrawing[]): SeriesDrawing[] {
  const sorted = series.toSorted((a, b) => a.endY - b.endY);
  let free = -Infinity;
  for (const each of sorted) {
    each.endY = Math.max(each.endY, free);
    free = each.endY + labelHeight;
  }
  return series;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
