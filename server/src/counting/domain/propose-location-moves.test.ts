import { describe, expect, test } from "vitest";
import { Decimal } from "../../shared/exact-decimal.ts";
import {
  proposePieceMoves,
  proposeQuantityMoves,
  type DifferingLine,
  type MisplacedPiece,
} from "./propose-location-moves.ts";

const inX = { lineId: 1, locationId: 11 };
const inY = { lineId: 2, locationId: 12 };
const piece: MisplacedPiece = {
  itemId: 7,
  serial: "S1",
  foundOn: inY,
  expectedOn: { ...inX, isFoundThere: false },
  standsAt: { locationId: 11 },
};

describe("F10: a serial short in X and scanned in Y", () => {
  test("is one move", () => {
    expect(proposePieceMoves([piece])).toMatchObject([
      { serial: "S1", fromLineId: 1, toLineId: 2, conflict: null },
    ]);
  });
  test("shipped meanwhile is a conflict", () => {
    expect(proposePieceMoves([{ ...piece, standsAt: null }])).toMatchObject([
      { conflict: "LEFT_STOCK" },
    ]);
  });
  test("moved elsewhere meanwhile is a conflict", () => {
    expect(proposePieceMoves([{ ...piece, standsAt: { locationId: 13 } }])).toMatchObject([
      { conflict: "STANDS_ELSEWHERE" },
    ]);
  });
  test("counted in X as well is a conflict", () => {
    const both = { ...piece, expectedOn: { ...inX, isFoundThere: true } };
    expect(proposePieceMoves([both])).toMatchObject([{ conflict: "FOUND_IN_BOTH" }]);
  });
  test("scanned twice is one move", () => {
    expect(proposePieceMoves([piece, piece])).toHaveLength(1);
  });
  test("from a place that is not counted here is a move too", () => {
    expect(proposePieceMoves([{ ...piece, expectedOn: null }])).toMatchObject([
      { fromLineId: null, fromLocationId: 11, conflict: null },
    ]);
  });
  test("unknown to the books is no move", () => {
    expect(proposePieceMoves([{ ...piece, expectedOn: null, standsAt: null }])).toEqual([]);
  });
});

describe("the same item short here and over next door", () => {
  const line = (lineId: number, variance: number, given: Partial<DifferingLine> = {}) => ({
    lineId,
    itemId: 7,
    locationId: lineId + 10,
    lotId: null,
    stockStatus: "AVAILABLE",
    variance: new Decimal(variance),
    ...given,
  });
  const told = (lines: DifferingLine[]) =>
    proposeQuantityMoves(lines).map((move) => [
      move.fromLineId,
      move.toLineId,
      move.quantity.toFixed(),
    ]);

  test("is a pair of as much as both can give", () => {
    expect(told([line(1, -20), line(2, 12)])).toEqual([[1, 2, "12"]]);
  });
  test("is shared out, the largest first, and never more than is there", () => {
    expect(told([line(1, -20), line(2, 12), line(3, 15), line(4, -3)])).toEqual([
      [1, 3, "15"],
      [1, 2, "5"],
      [4, 2, "3"],
    ]);
  });
  test("is none between lots, statuses or items", () => {
    expect(told([line(1, -5), line(2, 5, { lotId: 3 })])).toEqual([]);
    expect(told([line(1, -5), line(2, 5, { stockStatus: "RESERVED" })])).toEqual([]);
    expect(told([line(1, -5), line(2, 5, { itemId: 8 })])).toEqual([]);
  });
});
