import { expect, test } from "vitest";
import { planPieces, type PieceFact } from "./plan-pieces.ts";

const here = { lineId: 1, lineQuantId: 11 };
const there = { lineId: 2, lineQuantId: 12 };

/** Expected on its line, not found, and still standing there. */
const missing = (given: Partial<PieceFact> = {}): PieceFact => ({
  ...here,
  isChosen: true,
  itemId: 3,
  serial: "D1",
  isFound: false,
  stoodAt: here.lineQuantId,
  standsAt: here.lineQuantId,
  isInOtherWarehouse: false,
  isFoundWhereItStands: false,
  keptThere: null,
  ...given,
});
/** Found where no ledger ever had it. */
const found = (given: Partial<PieceFact> = {}): PieceFact =>
  missing({ ...there, isFound: true, stoodAt: null, standsAt: null, ...given });
const fromHere = { stoodAt: here.lineQuantId, standsAt: here.lineQuantId };

const move = { itemId: 3, serials: ["D1"], fromQuantId: null, fromLineId: null };

test.each<[string, PieceFact[], object[]]>([
  ["missing: detached", [missing()], [{ ...move, lineId: 1, kind: "DETACH" }]],
  ["found from nowhere: attached", [found()], [{ ...move, lineId: 2, kind: "ATTACH" }]],
  [
    "missing here, found there: one move",
    [missing(), found(fromHere)],
    [{ ...move, lineId: 2, kind: "MOVE", fromQuantId: 11, fromLineId: 1 }],
  ],
  [
    "found there, its place not counted: one move",
    [found(fromHere)],
    [{ ...move, lineId: 2, kind: "MOVE", fromQuantId: 11 }],
  ],
  [
    "two missing on one line: one adjustment",
    [missing(), missing({ serial: "D2" })],
    [{ ...move, lineId: 1, kind: "DETACH", serials: ["D1", "D2"] }],
  ],
])("%s", (_, facts, moves) => {
  expect(planPieces(facts)).toEqual({ moves, refusals: [] });
});

const conflict = "SERIAL_CONFLICT";
const half = "COUNTERPART_NOT_CHOSEN";

test.each<[string, PieceFact[], object[]]>([
  ["missing, and gone since", [missing({ standsAt: null })], [{ lineId: 1, reason: conflict }]],
  ["missing, and moved since", [missing({ standsAt: 99 })], [{ lineId: 1, reason: conflict }]],
  [
    "found, and shipped since",
    [found({ stoodAt: 11, standsAt: null })],
    [{ lineId: 2, reason: conflict }],
  ],
  ["found, and received since", [found({ standsAt: 12 })], [{ lineId: 2, reason: conflict }]],
  [
    "found, and the books have it in another warehouse",
    [found({ isInOtherWarehouse: true })],
    [{ lineId: 2, reason: conflict }],
  ],
  [
    "found there, and also where it stands",
    [found({ ...fromHere, isFoundWhereItStands: true })],
    [{ lineId: 2, reason: conflict }],
  ],
  [
    "found in two places",
    [found(), found({ lineId: 4, lineQuantId: 14 })],
    [
      { lineId: 2, reason: conflict },
      { lineId: 4, reason: conflict },
    ],
  ],
  [
    "the line that misses it is not chosen",
    [missing({ isChosen: false }), found(fromHere)],
    [{ lineId: 2, reason: half }],
  ],
  [
    "the line that found it is not chosen",
    [missing(), found({ ...fromHere, isChosen: false })],
    [{ lineId: 1, reason: half }],
  ],
])("refused: %s", (_, facts, refusals) => {
  expect(planPieces(facts).refusals).toEqual(
    refusals.map((refusal) => ({ ...refusal, serial: "D1" })),
  );
});

test.each(["PLACE_CLOSED_OFF", "ON_HOLD"] as const)("refused: where it stands, %s", (reason) => {
  const refusals = [{ lineId: 2, serial: "D1", reason }];
  expect(planPieces([found({ ...fromHere, keptThere: reason })])).toEqual({ moves: [], refusals });
});

test("lines that are not chosen are neither moved nor refused", () => {
  const facts = [missing({ isChosen: false }), found({ serial: "D2", isChosen: false })];
  expect(planPieces(facts)).toEqual({ moves: [], refusals: [] });
});
