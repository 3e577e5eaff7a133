import { Decimal } from "../../shared/exact-decimal.ts";
import { refusalsOf, type LineFacts } from "./judge-line.ts";
import { planPieces, type PieceFact, type PieceMove, type PieceRefusal } from "./plan-pieces.ts";
import type { PostingRefusalReason } from "./posting-refusals.ts";
import type { PostingQuestion } from "./words.ts";

/** Chosen lines of equal facts, with what they come to. */
export interface LineClass extends LineFacts {
  /** Tells the class from the others. */
  key: string;
  lines: number;
  receipts: number;
  issues: number;
  unitsIn: Decimal;
  unitsOut: Decimal;
  valueIn: Decimal;
  valueOut: Decimal;
  /** Lines that differ and have no cost: their value is in no sum. */
  withoutCost: number;
}

export interface PostingFacts {
  classes: readonly LineClass[];
  pieces: readonly PieceFact[];
  accepted: readonly PostingQuestion[];
  /** Lines that were named are refused where nobody counted them; of a whole count they are left out. */
  isWholeCount: boolean;
}

export interface PostingSums {
  lines: number;
  matches: number;
  receipts: number;
  issues: number;
  moves: number;
  unitsIn: Decimal;
  unitsOut: Decimal;
  valueIn: Decimal;
  valueOut: Decimal;
  withoutCost: number;
  notCounted: number;
  movedDuringCount: number;
}

/** Lines of one class that may not be posted, and why. */
export interface ClassRefusal {
  key: string;
  lines: number;
  reasons: readonly PostingRefusalReason[];
}

export interface PostingPlan {
  sums: PostingSums;
  pieceMoves: readonly PieceMove[];
  classRefusals: readonly ClassRefusal[];
  pieceRefusals: readonly PieceRefusal[];
}

/**
 * What a posting would do, and everything that speaks against it, all at once. The delta of a line is
 * its variance at its own instant, whatever is on hand by now; an answer that is no clamps nothing.
 */
export function planPosting({
  classes,
  pieces,
  accepted,
  isWholeCount,
}: PostingFacts): PostingPlan {
  const skips = (line: LineFacts) => isWholeCount && (!line.isCounted || line.isPosted);
  const chosen = classes.filter((line) => !skips(line));
  const judged = chosen.map((line) => ({ line, reasons: refusalsOf(line, accepted) }));
  const { moves, refusals } = planPieces(pieces);
  return {
    sums: {
      ...sumOf(chosen.filter(({ isCounted, isPosted }) => isCounted && !isPosted)),
      moves: moves.filter(({ kind }) => kind === "MOVE").length,
      notCounted: linesOf(classes.filter(({ isCounted }) => !isCounted)),
      movedDuringCount: linesOf(chosen.filter(({ isMovedDuringCount }) => isMovedDuringCount)),
    },
    pieceMoves: moves,
    classRefusals: judged.flatMap(({ line: { key, lines }, reasons }) =>
      reasons.length > 0 ? [{ key, lines, reasons }] : [],
    ),
    pieceRefusals: refusals,
  };
}

export function isRefused({ classRefusals, pieceRefusals }: PostingPlan): boolean {
  return classRefusals.length + pieceRefusals.length > 0;
}

function sumOf(classes: readonly LineClass[]) {
  const sum = (part: (line: LineClass) => Decimal.Value) =>
    classes.reduce((total, line) => total.plus(part(line)), new Decimal(0));
  const count = (part: (line: LineClass) => number) => sum(part).toNumber();
  const lines = linesOf(classes);
  const receipts = count((line) => line.receipts);
  const issues = count((line) => line.issues);
  return {
    lines,
    receipts,
    issues,
    matches: lines - receipts - issues,
    unitsIn: sum((line) => line.unitsIn),
    unitsOut: sum((line) => line.unitsOut),
    valueIn: sum((line) => line.valueIn),
    valueOut: sum((line) => line.valueOut),
    withoutCost: count((line) => line.withoutCost),
  };
}

function linesOf(classes: readonly LineClass[]): number {
  return classes.reduce((total, { lines }) => total + lines, 0);
}
