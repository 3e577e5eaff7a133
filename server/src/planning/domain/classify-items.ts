import { Decimal } from "../../shared/exact-decimal.ts";

export const abcClasses = ["A", "B", "C"] as const;
export type AbcClass = (typeof abcClasses)[number];

/** By what items are told apart: shares of the value that went out, and how often they move. */
export interface AbcThresholds {
  /** Percent of all value used that class A comes to. */
  shareA: Decimal;
  /** Percent that A and B come to together. */
  shareB: Decimal;
  /** How far back the ledger is read. */
  days: number;
  /** An item with so many moves stands one class higher; null where moves say nothing. */
  liftFromMoves: number | null;
}

/** What the ledger says of an item in the period. */
export interface ItemUse {
  itemId: number;
  sku: string;
  /** Quantity that went out × unit cost; null where no cost is known. */
  valueUsed: Decimal | null;
  moves: number;
  classBefore: AbcClass | null;
}

export interface ClassifiedItem extends ItemUse {
  rank: number;
  /** Of all value used, 0 to 1; the shares of a run add up to 1 exactly. */
  share: Decimal;
  /** Of this item and all before it. */
  shareCumulative: Decimal;
  /** By value alone. */
  classByValue: AbcClass;
  classNow: AbcClass;
}

/** Shares have nine places: they are worked out as whole billionths, so that they add up exactly. */
const wholeShare = 10n ** 9n;
const sharePlaces = 9;
/** A value is a quantity of six places times a cost of six. */
const valuePlaces = 12;

/**
 * Most value first; of equal value by code. An item is in the class in which its own share begins, so
 * that one which is worth more than all of A's share is A and not C. What nobody used is C.
 */
export function classifyItems(
  uses: readonly ItemUse[],
  { shareA, shareB, liftFromMoves }: AbcThresholds,
): ClassifiedItem[] {
  const sorted = uses
    .map((use) => ({ use, value: wholeValue(use.valueUsed) }))
    .sort((one, other) => byValue(one.value, other.value) || byCode(one.use, other.use));
  const total = sorted.reduce((sum, { value }) => sum + value, 0n);
  const endOfA = billionths(shareA);
  const endOfB = billionths(shareB);
  let sum = 0n;
  let before = 0n;
  return sorted.map(({ use, value }, index) => {
    sum += value;
    const upToHere =
      total === 0n ? rounded(BigInt(index + 1), BigInt(sorted.length)) : rounded(sum, total);
    const classByValue = value <= 0n || before >= endOfB ? "C" : before >= endOfA ? "B" : "A";
    const share = decimalOf(upToHere - before);
    before = upToHere;
    const isLifted = liftFromMoves !== null && use.moves >= liftFromMoves;
    const classNow = isLifted ? lifted[classByValue] : classByValue;
    const shareCumulative = decimalOf(upToHere);
    return { ...use, rank: index + 1, share, shareCumulative, classByValue, classNow };
  });
}

function wholeValue(value: Decimal | null): bigint {
  return value === null ? 0n : BigInt(value.toFixed(valuePlaces).replace(".", ""));
}

function rounded(part: bigint, whole: bigint): bigint {
  return (2n * part * wholeShare + whole) / (2n * whole);
}

function billionths(percent: Decimal): bigint {
  return BigInt(percent.times(10 ** (sharePlaces - 2)).toFixed(0));
}

function decimalOf(share: bigint): Decimal {
  const digits = String(share).padStart(sharePlaces + 1, "0");
  return new Decimal(`${digits.slice(0, -sharePlaces)}.${digits.slice(-sharePlaces)}`);
}

const lifted = { A: "A", B: "A", C: "B" } as const;

function byValue(one: bigint, other: bigint): number {
  if (one === other) return 0;
  return one > other ? -1 : 1;
}

function byCode(one: ItemUse, other: ItemUse): number {
  if (one.sku === other.sku) return one.itemId - other.itemId;
  return one.sku < other.sku ? -1 : 1;
}
