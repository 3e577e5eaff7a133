import type { Decimal } from "../../shared/exact-decimal.ts";
import {
  bearingOf,
  isInsideWindow,
  type LedgerMove,
  type LineSnapshot,
  type MoveBearing,
} from "./expected-at.ts";
import type { CountingWindow } from "./fold-line.ts";

/** One step of the arithmetic from the snapshot to the variance, for somebody who doubts it. */
export type ExplanationStep =
  | { kind: "SNAPSHOT"; at: Date; quantity: Decimal; quantityExpected: Decimal }
  | {
      kind: "MOVE";
      at: Date;
      sequence: number;
      quantity: Decimal;
      bearing: MoveBearing;
      /** Happened while the place was being counted. */
      isInsideWindow: boolean;
      /** Heard of only after the place had been counted. */
      isLate: boolean;
      /** What was to be expected with all steps so far. */
      quantityExpected: Decimal;
    }
  | {
      kind: "COUNTED";
      at: Date;
      quantity: Decimal;
      quantityExpected: Decimal;
      quantityVariance: Decimal;
    };

export interface ExplainedMove extends LedgerMove {
  recordedAt: Date;
}

export interface LineToExplain {
  snapshot: LineSnapshot & { at: Date };
  /** Those of the line's quant that the snapshot does not contain, or that happened after it. */
  moves: readonly ExplainedMove[];
  /** Null while the line is not counted. */
  count: { quantity: Decimal; window: CountingWindow } | null;
}

/** "Snapshot 100 · shipped 20 (10:02) · counted 80 (10:09) ⇒ 0", as values in the order of time. */
export function explainLine({ snapshot, moves, count }: LineToExplain): ExplanationStep[] {
  let quantityExpected = snapshot.quantity;
  const steps: ExplanationStep[] = [
    { kind: "SNAPSHOT", at: snapshot.at, quantity: snapshot.quantity, quantityExpected },
  ];
  const countedAt = count?.window.last ?? null;
  const inOrder = [...moves].sort(
    (a, b) => a.effectiveAt.valueOf() - b.effectiveAt.valueOf() || a.sequence - b.sequence,
  );
  const tellMove = (move: ExplainedMove) => {
    const bearing = bearingOf(move, snapshot, countedAt ?? move.effectiveAt);
    if (bearing === "CONTAINED") return;
    if (bearing === "SINCE_SNAPSHOT") quantityExpected = quantityExpected.plus(move.quantity);
    if (bearing === "NOT_YET_HAPPENED") quantityExpected = quantityExpected.minus(move.quantity);
    steps.push({
      kind: "MOVE",
      at: move.effectiveAt,
      sequence: move.sequence,
      quantity: move.quantity,
      bearing,
      isInsideWindow: count !== null && isInsideWindow(move, count.window),
      isLate:
        countedAt !== null &&
        move.recordedAt.valueOf() > countedAt.valueOf() &&
        bearing === "SINCE_SNAPSHOT",
      quantityExpected,
    });
  };
  if (!count) {
    inOrder.forEach(tellMove);
    return steps;
  }
  const bears = (move: ExplainedMove) =>
    bearingOf(move, snapshot, count.window.last) !== "AFTER_COUNT";
  inOrder.filter(bears).forEach(tellMove);
  steps.push({
    kind: "COUNTED",
    at: count.window.last,
    quantity: count.quantity,
    quantityExpected,
    quantityVariance: count.quantity.minus(quantityExpected),
  });
  inOrder.filter((move) => !bears(move)).forEach(tellMove);
  return steps;
}
