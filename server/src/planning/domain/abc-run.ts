import type { AbcClass } from "./classify-items.ts";

/** Where nobody has said otherwise: four fifths, nineteen twentieths, a year. */
export const abcDefaults = {
  shareA: "80",
  shareB: "95",
  days: 365,
  liftFromMoves: null,
} as const;

/** Thresholds as they are stored: decimals as texts. */
export interface AbcLimits {
  shareA: string;
  shareB: string;
  days: number;
  liftFromMoves: number | null;
}

export interface AbcRunRow extends AbcLimits {
  warehouseId: number;
  id: number;
  madeById: string;
  madeAt: Date;
  usedSince: Date;
  itemCount: number;
  valueUsed: string;
  appliedById: string | null;
  appliedAt: Date | null;
}

export interface AbcItemRow {
  warehouseId: number;
  runId: number;
  rank: number;
  itemId: number;
  valueUsed: string | null;
  moves: number;
  share: string;
  shareCumulative: string;
  classBefore: AbcClass | null;
  classByValue: AbcClass;
  classNow: AbcClass;
}
