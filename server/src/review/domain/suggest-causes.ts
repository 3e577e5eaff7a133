import { Decimal } from "../../shared/exact-decimal.ts";

export const causeKinds = [
  "SERIAL_ELSEWHERE",
  "LATE_OR_OPEN_MOVE",
  "OPPOSITE_VARIANCE",
  "PACK_MULTIPLE",
  "TRANSPOSED_DIGITS",
  "WRONG_BEFORE",
] as const;
export type CauseKind = (typeof causeKinds)[number];

/** What the ledger and the counts know that may bear on one variance. */
export interface CauseFacts {
  variance: Decimal;
  counted: Decimal;
  expected: Decimal;
  window: { firstAt: Date; lastAt: Date };
  packs: readonly { unitCode: string; factor: Decimal }[];
  /** Of what is counted here, around the time of counting. */
  moves: readonly {
    sequence: number;
    quantity: Decimal;
    effectiveAt: Date;
    recordedAt: Date;
    reference: string | null;
  }[];
  /** The same stock in other places of the count; 0 apart is the same parent place. */
  others: readonly { lineId: number; locationId: number; variance: Decimal; isNear: boolean }[];
  /** Pieces missing here, with where they stand or were found. */
  strays: readonly { serial: string; locationId: number }[];
  /** What earlier counts found wrong of this item in this place, the latest first. */
  earlier: readonly { sessionNumber: number; variance: Decimal; reasonCode: string | null }[];
}

/** A cause that may be looked at, with what speaks for it. What does not apply is null. */
export interface SuggestedCause {
  kind: CauseKind;
  reasonCode: string;
  /** 1 to 100: how much of the variance it explains, and how seldom that is by chance. */
  score: number;
  quantity: Decimal | null;
  lineId: number | null;
  locationId: number | null;
  moveSequence: number | null;
  reference: string | null;
  unitCode: string | null;
  serial: string | null;
  sessionNumber: number | null;
}

const nothing = {
  ...{ quantity: null, lineId: null, locationId: null, moveSequence: null, reference: null },
  ...{ unitCode: null, serial: null, sessionNumber: null },
};

/** The likeliest first; of equal ones in the order of the kinds. */
export function suggestCauses(facts: CauseFacts): SuggestedCause[] {
  if (facts.variance.isZero()) return [];
  return [
    ...strayPieces(facts),
    ...movesAround(facts),
    ...oppositeVariances(facts),
    ...packMultiple(facts),
    ...transposedDigits(facts),
    ...wrongBefore(facts),
  ].toSorted((a, b) => b.score - a.score);
}

function strayPieces({ strays, variance }: CauseFacts): SuggestedCause[] {
  if (!variance.isNegative()) return [];
  return strays.map(({ serial, locationId }) => ({
    ...nothing,
    kind: "SERIAL_ELSEWHERE",
    reasonCode: "SCANNED_TO_WRONG_PLACE",
    score: 95,
    quantity: new Decimal(1),
    serial,
    locationId,
  }));
}

/**
 * A move that the books have before the count, and hands only after it, makes the opposite of itself
 * missing; one that the books have only after the count, and hands before it, itself.
 */
function movesAround({ moves, variance, window }: CauseFacts): SuggestedCause[] {
  return moves.flatMap(({ sequence, quantity, effectiveAt, recordedAt, reference }) => {
    const isAfter = effectiveAt > window.lastAt;
    const explained = isAfter ? quantity : quantity.negated();
    if (!explained.eq(variance)) return [];
    const isLate = recordedAt > window.lastAt;
    return [
      {
        ...nothing,
        kind: "LATE_OR_OPEN_MOVE" as const,
        reasonCode: isAfter && quantity.gt(0) ? "UNRECORDED_RECEIPT" : "NOT_MOVED_DIGITALLY",
        score: isLate ? 90 : 70,
        quantity,
        moveSequence: sequence,
        reference,
      },
    ];
  });
}

/** The same stock over in one place and short in another is a pair that a move would settle. */
function oppositeVariances({ others, variance }: CauseFacts): SuggestedCause[] {
  return others.flatMap((other) => {
    if (other.variance.isZero() || other.variance.isNegative() === variance.isNegative()) return [];
    const isExact = other.variance.plus(variance).isZero();
    const smaller = other.variance.abs().lt(variance.abs()) ? other.variance.abs() : variance.abs();
    return [
      {
        ...nothing,
        kind: "OPPOSITE_VARIANCE" as const,
        reasonCode: "NOT_MOVED_DIGITALLY",
        score: (isExact ? 70 : 35) + (other.isNear ? 15 : 0),
        quantity: smaller,
        lineId: other.lineId,
        locationId: other.locationId,
      },
    ];
  });
}

function packMultiple({ packs, variance }: CauseFacts): SuggestedCause[] {
  const largestFirst = packs.toSorted((a, b) => b.factor.cmp(a.factor));
  const pack = largestFirst.find(({ factor }) => factor.gt(1) && variance.modulo(factor).isZero());
  if (!pack) return [];
  const { factor, unitCode } = pack;
  // Every second variance is a whole number of pairs; hardly one is of pallets.
  const score = factor.gte(10) ? 65 : factor.gte(4) ? 45 : 25;
  const quantity = variance.div(factor);
  return [
    { ...nothing, kind: "PACK_MULTIPLE", reasonCode: "UNIT_SLIP", score, quantity, unitCode },
  ];
}

/** 54 typed for 45: two neighbours changed places, and nothing else. */
function transposedDigits({ counted, expected }: CauseFacts): SuggestedCause[] {
  const [typed, meant] = [counted.toFixed(), expected.toFixed()];
  if (typed.length !== meant.length) return [];
  const at = [...typed].findIndex((digit, index) => digit !== meant[index]);
  const swapped = `${meant.slice(0, at)}${meant[at + 1]}${meant[at]}${meant.slice(at + 2)}`;
  if (at < 0 || swapped !== typed || typed[at] === "." || meant[at] === ".") return [];
  return [
    {
      ...nothing,
      kind: "TRANSPOSED_DIGITS",
      reasonCode: "COUNTING_ERROR",
      score: 60,
      quantity: expected,
    },
  ];
}

/** What is corrected the other way round was miscounted before; the same again has a cause of its own. */
function wrongBefore({ earlier, variance }: CauseFacts): SuggestedCause[] {
  const [last] = earlier;
  if (!last) return [];
  const isUndone = last.variance.plus(variance).isZero();
  return [
    {
      ...nothing,
      kind: "WRONG_BEFORE",
      reasonCode: isUndone ? "PREVIOUS_UNDER_COUNT" : (last.reasonCode ?? "COUNTING_ERROR"),
      score: isUndone ? 75 : 20 + Math.min(earlier.length, 5) * 4,
      quantity: last.variance,
      sessionNumber: last.sessionNumber,
    },
  ];
}
