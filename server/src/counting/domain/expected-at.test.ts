import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Decimal } from "../../shared/exact-decimal.ts";
import { instantCounted } from "./counted-at.ts";
import { bearingOf, expectedAt, isInsideWindow, type LedgerMove } from "./expected-at.ts";
import { explainLine, type ExplainedMove } from "./explain-line.ts";
import { varianceOf } from "./variance.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 10, minute));
const opening: LedgerMove = { sequence: 1, quantity: new Decimal(100), effectiveAt: at(-60) };
const snapshot = { quantity: new Decimal(100), ledgerPosition: 1, at: at(0) };
const shipped = (quantity: number, minute: number, sequence = 2): ExplainedMove => ({
  sequence,
  quantity: new Decimal(-quantity),
  effectiveAt: at(minute),
  recordedAt: at(minute),
});

/** What stock is once the variance was posted as a delta on what is on hand by then. */
function afterPosting(counted: number, minute: number, moves: LedgerMove[]): string {
  const expected = expectedAt(snapshot, moves, at(minute));
  const variance = varianceOf(new Decimal(counted), expected, null).quantity;
  const onHand = [opening, ...moves].reduce((sum, move) => sum.plus(move.quantity), new Decimal(0));
  return onHand.plus(variance).toFixed();
}

describe("stock after posting, with a snapshot of 100 and no real loss", () => {
  test("F1, case A: 20 shipped before the shelf was counted, 80 counted: 80", () => {
    expect(afterPosting(80, 9, [shipped(20, 2)])).toBe("80");
  });
  test("F2, case B: 100 counted, then 20 shipped, then posted: 80", () => {
    expect(afterPosting(100, 9, [shipped(20, 30)])).toBe("80");
  });
  test("F3, case C: 100 on paper, 20 shipped, then typed in with the written time: 80", () => {
    const written = instantCounted(
      { source: "WRITTEN", claimedAt: at(9), clockOffsetMs: null },
      at(45),
      at(0),
    );
    expect(written).toEqual({ countedAt: at(9), gap: null });
    expect(afterPosting(100, 9, [shipped(20, 30)])).toBe("80");
  });
  test("F4, case D: 20 shipped before and 30 after the count, 80 counted: 50", () => {
    expect(afterPosting(80, 9, [shipped(20, 2), shipped(30, 20, 3)])).toBe("50");
  });
  test("control: measured against the snapshot, case A would lose 20 that were sold", () => {
    const variance = varianceOf(new Decimal(80), snapshot.quantity, null).quantity;
    expect(new Decimal(80).plus(variance).toFixed()).toBe("60");
  });
  test("case E: a move inside the counting window is seen, one at its edge belongs before it", () => {
    const window = { first: at(5), last: at(9) };
    expect(isInsideWindow(shipped(20, 7), window)).toBe(true);
    expect(isInsideWindow(shipped(20, 9), window)).toBe(true);
    expect(isInsideWindow(shipped(20, 5), window)).toBe(false);
    expect(isInsideWindow(shipped(20, 10), window)).toBe(false);
  });
});

test("a sheet written before the session began: what the snapshot already contains had not happened", () => {
  const early = { ...shipped(20, -5), sequence: 2 };
  const later = { quantity: new Decimal(80), ledgerPosition: 2 };
  expect(bearingOf(early, later, at(-10))).toBe("NOT_YET_HAPPENED");
  expect(expectedAt(later, [opening, early], at(-10)).toFixed()).toBe("100");
});

const arbitraryMoves = fc.array(
  fc.record({
    quantity: fc.integer({ min: -9_000, max: 9_000 }).map((cents) => new Decimal(cents).div(100)),
    effectiveAt: fc.integer({ min: -60, max: 60 }).map(at),
  }),
  { maxLength: 12 },
);

test("told from any snapshot, the expected quantity is the ledger's at that instant", () => {
  fc.assert(
    fc.property(
      arbitraryMoves,
      fc.nat(12),
      fc.integer({ min: -60, max: 60 }),
      (drawn, position, minute) => {
        const moves = drawn.map((move, index) => ({ ...move, sequence: index + 1 }));
        const total = (kept: (move: LedgerMove) => boolean) =>
          moves.filter(kept).reduce((sum, move) => sum.plus(move.quantity), new Decimal(0));
        const taken = {
          quantity: total(({ sequence }) => sequence <= position),
          ledgerPosition: position,
        };
        const ledger = total(({ effectiveAt }) => effectiveAt <= at(minute));
        expect(expectedAt(taken, moves, at(minute)).toFixed()).toBe(ledger.toFixed());
      },
    ),
    { numRuns: 2_000 },
  );
});

describe("the explanation", () => {
  const count = { quantity: new Decimal(80), window: { first: at(9), last: at(9) } };
  const told = (moves: ExplainedMove[]) =>
    explainLine({ snapshot, moves, count }).map((step) => [
      step.kind,
      step.quantity.toFixed(),
      step.quantityExpected.toFixed(),
    ]);

  test("reads snapshot 100, shipped 20, counted 80: 0", () => {
    const steps = explainLine({ snapshot, moves: [shipped(20, 2)], count });
    expect(told([shipped(20, 2)])).toEqual([
      ["SNAPSHOT", "100", "100"],
      ["MOVE", "-20", "80"],
      ["COUNTED", "80", "80"],
    ]);
    expect(steps.at(-1)).toMatchObject({ quantityVariance: new Decimal(0) });
  });

  test("shows what moved after the count behind it, without bearing", () => {
    expect(told([shipped(20, 2), shipped(30, 20, 3)]).slice(-2)).toEqual([
      ["COUNTED", "80", "80"],
      ["MOVE", "-30", "80"],
    ]);
  });

  test("marks a move that was heard of late, and one inside the window", () => {
    const late = { ...shipped(20, 2), recordedAt: at(50) };
    const window = { first: at(1), last: at(9) };
    const steps = explainLine({ snapshot, moves: [late], count: { ...count, window } });
    expect(steps[1]).toMatchObject({ isLate: true, isInsideWindow: true });
    expect(explainLine({ snapshot, moves: [shipped(20, 2)], count })[1]).toMatchObject({
      isLate: false,
      isInsideWindow: false,
    });
  });

  test("ends where the expected quantity is, whatever moved", () => {
    fc.assert(
      fc.property(arbitraryMoves, (drawn) => {
        const moves = drawn.map((move, index) => ({
          ...move,
          sequence: index + 2,
          recordedAt: move.effectiveAt,
        }));
        const counted = explainLine({ snapshot, moves, count }).find(
          ({ kind }) => kind === "COUNTED",
        );
        expect(counted?.quantityExpected.toFixed()).toBe(
          expectedAt(snapshot, moves, count.window.last).toFixed(),
        );
      }),
    );
  });
});

describe("T23: the device's clock", () => {
  const receivedAt = at(30);
  const truth = at(9);
  test.each([-2 * 86_400_000, -90_000, 0, 90_000, 2 * 86_400_000])(
    "wrong by %i ms and measured: the instant is the same",
    (wrongBy) => {
      const claimedAt = new Date(truth.valueOf() + wrongBy);
      const time = { source: "DEVICE", claimedAt, clockOffsetMs: -wrongBy } as const;
      expect(instantCounted(time, receivedAt, at(0))).toEqual({ countedAt: truth, gap: null });
    },
  );
  test("never measured: the truth lies anywhere since the session began", () => {
    const time = { source: "DEVICE", claimedAt: at(20), clockOffsetMs: null } as const;
    expect(instantCounted(time, receivedAt, at(0))).toEqual({
      countedAt: at(20),
      gap: { after: at(0), until: receivedAt },
    });
  });
  test("nothing is seen after it was received", () => {
    const time = { source: "DEVICE", claimedAt: at(59), clockOffsetMs: 0 } as const;
    expect(instantCounted(time, receivedAt, at(0)).countedAt).toEqual(receivedAt);
  });
});
