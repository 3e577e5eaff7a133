import { describe, expect, test } from "vitest";
import { Decimal } from "../../shared/exact-decimal.ts";
import { suggestCauses, type CauseFacts } from "./suggest-causes.ts";

const d = (text: string | number) => new Decimal(text);
const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 10, minute));

function facts(counted: number, expected: number, given: Partial<CauseFacts> = {}): CauseFacts {
  return {
    counted: d(counted),
    expected: d(expected),
    variance: d(counted).minus(expected),
    window: { firstAt: at(9), lastAt: at(10) },
    ...{ packs: [], moves: [], others: [], strays: [], earlier: [] },
    ...given,
  };
}
const kindsOf = (given: CauseFacts) => suggestCauses(given).map(({ kind }) => kind);
const move = (quantity: number, effective: number, recorded = effective) => ({
  ...{ sequence: 7, quantity: d(quantity), reference: "PO-1" },
  ...{ effectiveAt: at(effective), recordedAt: at(recorded) },
});

test("what matches needs no cause, and what nothing speaks for has none", () => {
  expect(suggestCauses(facts(5, 5, { moves: [move(0, 1)] }))).toEqual([]);
  expect(suggestCauses(facts(6, 9))).toEqual([]);
});

describe("moves around the time of counting", () => {
  test("a receipt booked after the count lay on the shelf before", () => {
    const [cause] = suggestCauses(facts(15, 10, { moves: [move(5, 12)] }));
    expect(cause).toMatchObject({
      ...{ kind: "LATE_OR_OPEN_MOVE", reasonCode: "UNRECORDED_RECEIPT" },
      ...{ moveSequence: 7, reference: "PO-1" },
    });
  });

  test("a receipt booked before the count had not arrived; an issue was still there", () => {
    expect(kindsOf(facts(5, 10, { moves: [move(5, 8)] }))).toEqual(["LATE_OR_OPEN_MOVE"]);
    expect(kindsOf(facts(15, 10, { moves: [move(-5, 8)] }))).toEqual(["LATE_OR_OPEN_MOVE"]);
  });

  test("control: a move of another size or direction explains nothing", () => {
    expect(kindsOf(facts(15, 10, { moves: [move(4, 12), move(-5, 12), move(5, 8)] }))).toEqual([]);
  });

  test("one that was heard of late comes before one that was not", () => {
    const moves = [move(-5, 8), { ...move(-5, 8, 30), sequence: 8 }];
    expect(suggestCauses(facts(15, 10, { moves }))[0]?.moveSequence).toBe(8);
  });
});

test("over here and short there is a pair; exact and near first, and the same sign is none", () => {
  const other = (lineId: number, variance: number, isNear = false) => ({
    ...{ lineId, locationId: lineId * 10, variance: d(variance), isNear },
  });
  const others = [other(1, -9), other(2, -5), other(3, -5, true), other(4, 5), other(5, 0)];
  const found = suggestCauses(facts(16, 11, { others }));
  expect(found.map(({ lineId }) => lineId)).toEqual([3, 2, 1]);
  expect(found[0]).toMatchObject({ quantity: d(5), locationId: 30 });
});

test("the largest pack that the variance is a multiple of", () => {
  const packs = [
    { unitCode: "PAIR", factor: d(2) },
    { unitCode: "CASE", factor: d(12) },
    { unitCode: "EA", factor: d(1) },
  ];
  expect(suggestCauses(facts(6, 30, { packs }))[0]).toMatchObject({
    ...{ kind: "PACK_MULTIPLE", unitCode: "CASE", quantity: d(-2) },
  });
  expect(kindsOf(facts(6, 9, { packs }))).toEqual([]);
});

test.each([
  [54, 45, true],
  [1_324, 1_234, true],
  [4.5, 5.4, false],
  [45, 54.5, false],
  [321, 123, false],
  [10, 1, false],
])("%d counted for %d: transposed is %s", (counted, expected, is) => {
  expect(kindsOf(facts(counted, expected)).includes("TRANSPOSED_DIGITS")).toBe(is);
});

test("a piece that is missing here and stands elsewhere comes first", () => {
  const strays = [{ serial: "S7", locationId: 30 }];
  const found = suggestCauses(facts(1, 2, { strays, moves: [move(1, 8)] }));
  expect(found[0]).toMatchObject({ kind: "SERIAL_ELSEWHERE", serial: "S7", locationId: 30 });
  expect(kindsOf(facts(2, 1, { strays }))).toEqual([]);
});

test("a variance that undoes the last was miscounted before; the same again says its reason", () => {
  const before = (variance: number) => [
    { sessionNumber: 4, variance: d(variance), reasonCode: "THEFT" },
  ];
  const [undone] = suggestCauses(facts(13, 10, { earlier: before(-3) }));
  expect(undone).toMatchObject({ reasonCode: "PREVIOUS_UNDER_COUNT", sessionNumber: 4 });
  const [again] = suggestCauses(facts(6, 10, { earlier: before(-3) }));
  expect(again).toMatchObject({ kind: "WRONG_BEFORE", reasonCode: "THEFT" });
});
