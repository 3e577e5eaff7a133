import type { Bin } from "./hall.ts";
import { addDecimals } from "#lib/shared/text/decimal.ts";

export interface BinSums {
  bins: number;
  /** Bins in which nothing is left to visit. */
  settledBins: number;
  lines: number;
  counted: number;
  skipped: number;
  notAccessible: number;
  short: number;
  over: number;
  /** Of those that are short or over. */
  moved: number;
  flagged: number;
  valueVariance: string;
}

/** What is left to visit in a bin, or an aisle. */
export function leftIn({
  lines,
  counted,
  skipped,
  notAccessible,
}: Pick<Bin, "lines" | "counted" | "skipped" | "notAccessible">) {
  return lines - counted - skipped - notAccessible;
}

/** Every sum on the board is made of bins here, so that tiles, heads and figures agree. */
export function sumBins(bins: readonly Bin[]): BinSums {
  const sums: BinSums = {
    bins: 0,
    settledBins: 0,
    lines: 0,
    counted: 0,
    skipped: 0,
    notAccessible: 0,
    short: 0,
    over: 0,
    moved: 0,
    flagged: 0,
    valueVariance: "0",
  };
  for (const bin of bins) {
    sums.bins += bin.bins;
    sums.settledBins += bin.settledBins;
    sums.lines += bin.lines;
    sums.counted += bin.counted;
    sums.skipped += bin.skipped;
    sums.notAccessible += bin.notAccessible;
    sums.short += bin.short ?? 0;
    sums.over += bin.over ?? 0;
    sums.moved += bin.moved ?? 0;
    sums.flagged += bin.flagged ?? 0;
    if (bin.valueVariance) sums.valueVariance = addDecimals(sums.valueVariance, bin.valueVariance);
  }
  return sums;
}
