import { describe, expect, test } from "vitest";
import { Decimal } from "../../shared/exact-decimal.ts";
import { roundsAtMost, settleRounds, type RoundFinding } from "./settle-rounds.ts";

const policy = { isCountedByPiece: false, roundsAtMost: 3 };

/** Rounds in their order: counted and expected, or null for one that nobody has counted. */
function rounds(...found: ([counted: number | string, expected: number] | null)[]): RoundFinding[] {
  return found.map((each, at) => ({
    round: at + 1,
    found: each && {
      quantity: new Decimal(each[0]),
      expected: new Decimal(each[1]),
      serials: [],
    },
    isDoubtful: false,
    isChosen: false,
  }));
}
const withOf = (given: Partial<RoundFinding>, at: number, all: RoundFinding[]) =>
  all.map((each, index) => (index === at ? { ...each, ...given } : each));

const cases: [string, RoundFinding[], ReturnType<typeof settleRounds>][] = [
  ["nobody asked for a recount", rounds([8, 10]), { status: null, stands: 1 }],
  ["nobody has been there", rounds(null), { status: null, stands: 1 }],
  ["the recount is not counted yet", rounds([8, 10], null), { status: "ASKED", stands: 1 }],
  ["two find the same", rounds([8, 10], [8, 10]), { status: "AGREED", stands: 2 }],
  ["they find different things", rounds([8, 10], [9, 10]), { status: "DISAGREED", stands: 1 }],
  ["5 shipped between: both miss 2", rounds([8, 10], [3, 5]), { status: "AGREED", stands: 2 }],
  [
    "5 shipped between, and the same number found: they contradict each other",
    rounds([8, 10], [8, 5]),
    { status: "DISAGREED", stands: 1 },
  ],
  [
    "the third bears out the first",
    rounds([8, 10], [9, 10], [8, 10]),
    { status: "AGREED", stands: 3 },
  ],
  [
    "all three differ, and there may be no fourth",
    rounds([8, 10], [9, 10], [7, 10]),
    { status: "EXHAUSTED", stands: 1 },
  ],
  ["0 is a count", rounds([0, 0], [0, 0]), { status: "AGREED", stands: 2 }],
  [
    "quantities are compared exactly",
    rounds(["0.3", 0], [new Decimal("0.1").plus("0.2").toFixed(), 0]),
    { status: "AGREED", stands: 2 },
  ],
  ["the first was taken back", rounds(null, [9, 10]), { status: "DISAGREED", stands: 2 }],
  [
    "a round in doubt bears nobody out",
    withOf({ isDoubtful: true }, 0, rounds([8, 10], [8, 10])),
    { status: "DISAGREED", stands: 1 },
  ],
  [
    "what a supervisor chose stands, whatever others say",
    withOf({ isChosen: true }, 1, rounds([8, 10], [9, 10], [8, 10])),
    { status: "CHOSEN", stands: 2 },
  ],
];

test.each(cases)("%s", (_, found, settled) => {
  expect(settleRounds(found, policy)).toEqual(settled);
});

describe("of pieces", () => {
  const pieces = (serials: string[], expected: number): RoundFinding["found"] => ({
    quantity: new Decimal(serials.length),
    expected: new Decimal(expected),
    serials,
  });
  const settled = (first: RoundFinding["found"], second: RoundFinding["found"]) =>
    settleRounds(
      [first, second].map((found, at) => ({
        ...{ round: at + 1, found, isDoubtful: false, isChosen: false },
      })),
      { ...policy, isCountedByPiece: true },
    ).status;

  test("the same ones agree", () => {
    expect(settled(pieces(["S1", "S2"], 3), pieces(["S1", "S2"], 3))).toBe("AGREED");
  });
  test("as many, but others, do not", () => {
    expect(settled(pieces(["S1", "S2"], 3), pieces(["S1", "S3"], 3))).toBe("DISAGREED");
  });
  test("one fewer agrees where the books let one go between", () => {
    expect(settled(pieces(["S1", "S2"], 3), pieces(["S1"], 2))).toBe("AGREED");
  });
  test("others do not, however many the books let go", () => {
    expect(settled(pieces(["S1", "S2"], 3), pieces(["S3"], 2))).toBe("DISAGREED");
  });
});

test("the policy counts recounts, and the first round is none", () => {
  expect(roundsAtMost({ recountsAtMost: 2 })).toBe(3);
});
