import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Decimal } from "../../shared/exact-decimal.ts";
import { classifyItems, type AbcThresholds, type ItemUse } from "./classify-items.ts";
import { explainClass } from "./explain-class.ts";
import { rejectAbcThresholds } from "./reject-abc-thresholds.ts";

const usual: AbcThresholds = {
  shareA: new Decimal(80),
  shareB: new Decimal(95),
  days: 365,
  liftFromMoves: null,
};

const use = (sku: string, value: number | null, moves = 1): ItemUse => ({
  itemId: [...sku].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 0),
  sku,
  valueUsed: value === null ? null : new Decimal(value),
  moves,
  classBefore: null,
});

/** Worked out by hand: of 1,000 in all, 500 + 300 is 80 %, 100 + 50 more is 95 %. */
const tenItems = [
  use("SCREW", 5),
  use("MOTOR", 500),
  use("GEAR", 300, 40),
  use("BELT", 100),
  use("CHAIN", 50),
  use("WASHER", 20, 40),
  use("NUT", 20),
  use("PIN", 5),
  use("DUST", 0),
  use("GIFT", null, 40),
];

test("of ten items those that come to 80 % are A, those up to 95 % are B and the others are C", () => {
  const classified = classifyItems(tenItems, usual);
  expect(
    classified.map(({ sku, share, shareCumulative, classNow }) => [
      ...[sku, share.toFixed(), shareCumulative.toFixed(), classNow],
    ]),
  ).toEqual([
    ["MOTOR", "0.5", "0.5", "A"],
    ["GEAR", "0.3", "0.8", "A"],
    ["BELT", "0.1", "0.9", "B"],
    ["CHAIN", "0.05", "0.95", "B"],
    ["NUT", "0.02", "0.97", "C"],
    ["WASHER", "0.02", "0.99", "C"],
    ["PIN", "0.005", "0.995", "C"],
    ["SCREW", "0.005", "1", "C"],
    ["DUST", "0", "1", "C"],
    ["GIFT", "0", "1", "C"],
  ]);
});

test("what moves often stands one class higher, also where its cost is unknown", () => {
  const classified = classifyItems(tenItems, { ...usual, liftFromMoves: 40 });
  const lifted = classified.filter(({ classNow, classByValue }) => classNow !== classByValue);
  expect(lifted.map(({ sku, classNow }) => `${sku} ${classNow}`)).toEqual(["WASHER B", "GIFT B"]);
});

test("an item that is worth more than the share of A is A and not C", () => {
  const [only] = classifyItems([use("ENGINE", 990), use("BOLT", 10)], usual);
  expect(only?.classNow).toBe("A");
});

describe("the reason names the figures", () => {
  const reasons = new Map(
    classifyItems(tenItems, { ...usual, liftFromMoves: 40 }).map((item) => [
      item.sku,
      explainClass(item, usual),
    ]),
  );
  test.each([
    [
      "MOTOR",
      "50 % of all value used; those above it come to 0 %, below the 80 % that A comes to.",
    ],
    [
      "BELT",
      "10 % of all value used; those above it come to 80 %, between the 80 % of A and the 95 % of A and B.",
    ],
    [
      "WASHER",
      "2 % of all value used; those above it come to 97 %, behind the 95 % of A and B. Its 40 moves in 365 days lift it from C to B.",
    ],
    ["DUST", "Nothing of it went out in 365 days: C."],
    [
      "GIFT",
      "No cost is known, so its value says nothing: C. Its 40 moves in 365 days lift it from C to B.",
    ],
  ])("%s", (sku, sentence) => expect(reasons.get(sku)).toBe(sentence));
});

describe("whatever was used", () => {
  const uses = fc.uniqueArray(
    fc.record({
      itemId: fc.integer({ min: 1 }),
      sku: fc.string({ minLength: 1, maxLength: 8 }),
      valueUsed: fc.option(
        fc
          .bigInt({ min: 0n, max: 10n ** 14n })
          .map((cents) => new Decimal(cents.toString()).div(100)),
      ),
      moves: fc.nat(100),
      classBefore: fc.constantFrom("A" as const, "B" as const, "C" as const, null),
    }),
    { selector: ({ itemId }) => itemId, minLength: 1, maxLength: 60 },
  );

  test("each item has one class, and none is lost", () => {
    fc.assert(
      fc.property(uses, (given) => {
        const classified = classifyItems(given, usual);
        const ids = classified.map(({ itemId }) => itemId).sort();
        expect(ids).toEqual(given.map(({ itemId }) => itemId).sort());
        expect(classified.every(({ classNow }) => "ABC".includes(classNow))).toBe(true);
      }),
    );
  });

  test("the shares add up to 1 exactly, and classes never climb again", () => {
    fc.assert(
      fc.property(uses, (given) => {
        const classified = classifyItems(given, usual);
        const sum = classified.reduce((so, { share }) => so.plus(share), new Decimal(0));
        expect(sum.toFixed()).toBe("1");
        const classes = classified.map(({ classNow }) => classNow);
        expect(classes).toEqual([...classes].sort());
      }),
    );
  });

  test("the order in which items come says nothing", () => {
    fc.assert(
      fc.property(uses, (given) => {
        expect(classifyItems([...given].reverse(), usual)).toEqual(classifyItems(given, usual));
      }),
    );
  });
});

test.each([
  ["SHARE_OUT_OF_RANGE", { shareA: new Decimal(0) }],
  ["SHARE_OUT_OF_RANGE", { shareB: new Decimal("100.5") }],
  ["SHARES_OUT_OF_ORDER", { shareA: new Decimal(95) }],
  ["DAYS_OUT_OF_RANGE", { days: 0 }],
  ["LIFT_NOT_POSITIVE", { liftFromMoves: 0 }],
  [undefined, {}],
])("thresholds are refused: %s", (reason, given) => {
  expect(rejectAbcThresholds({ ...usual, ...given })?.reason).toBe(reason);
});
