import { describe, expect, test } from "vitest";
import { Decimal } from "../../shared/exact-decimal.ts";
import { judgeTolerance, type JudgedFigures } from "./judge-tolerance.ts";
import { limitKinds, type LimitKind, type Limits } from "./tolerance-limits.ts";

const d = (text: string | number) => new Decimal(text);

function limits(given: Partial<Record<LimitKind, [upper: number | null, lower: number | null]>>) {
  const entries = limitKinds.map((kind) => {
    const [upper = null, lower = null] = given[kind] ?? [];
    return [
      kind,
      { upper: upper === null ? null : d(upper), lower: lower === null ? null : d(lower) },
    ];
  });
  return Object.fromEntries(entries) as Limits;
}

function figures(
  variance: string | number,
  expected: string | number,
  unitCost: string | number | null = null,
): JudgedFigures {
  return {
    variance: d(variance),
    expected: d(expected),
    unitCost: unitCost === null ? null : d(unitCost),
  };
}
const broken = (given: Limits, of: JudgedFigures) =>
  judgeTolerance(given, of).map(({ limit, side }) => `${limit} ${side}`);

describe("F9: expected 0, found 1, worth 5,000", () => {
  const found = figures(1, 0, 5_000);

  test.each(["PERCENT", "VALUE_PERCENT"] as const)("is out of every tolerance in %s", (kind) => {
    for (const allowed of [0.000001, 100, 1_000_000, 99_999_999_999_999]) {
      const [breach, ...more] = judgeTolerance(limits({ [kind]: [allowed, allowed] }), found);
      expect(breach).toMatchObject({ limit: kind, side: "UPPER", found: null });
      expect(more).toEqual([]);
    }
  });

  test("control: where one was expected, 100 percent holds it", () => {
    expect(broken(limits({ PERCENT: [100, null] }), figures(1, 1, 5_000))).toEqual([]);
  });

  test("and is out of a value of 4,999.99, within 5,000", () => {
    expect(broken(limits({ VALUE: [4_999.99, null] }), found)).toEqual(["VALUE UPPER"]);
    expect(broken(limits({ VALUE: [5_000, null] }), found)).toEqual([]);
  });
});

test("what matches is within any tolerance", () => {
  expect(judgeTolerance(limits({ QUANTITY: [0, 0] }), figures(0, 0))).toEqual([]);
});

test("a limit holds up to itself, and on its own side", () => {
  const given = limits({ QUANTITY: [2, 5] });
  expect(broken(given, figures(2, 10))).toEqual([]);
  expect(broken(given, figures("2.000001", 10))).toEqual(["QUANTITY UPPER"]);
  expect(broken(given, figures(-5, 10))).toEqual([]);
  expect(broken(given, figures("-5.000001", 10))).toEqual(["QUANTITY LOWER"]);
  expect(broken(limits({ QUANTITY: [2, null] }), figures(-100, 100))).toEqual([]);
});

test("all limits must hold, and each that does not is told with its figures", () => {
  const given = limits({ QUANTITY: [1, 1], PERCENT: [50, 50], VALUE: [10, 10] });
  expect(judgeTolerance(given, figures(-4, 10, 3))).toEqual([
    { limit: "QUANTITY", side: "LOWER", allowed: d(1), found: d(4), isCostUnknown: false },
    { limit: "VALUE", side: "LOWER", allowed: d(10), found: d(12), isCostUnknown: false },
  ]);
});

test("no rounding decides: a third of a hundred percent is more than 33.333333", () => {
  expect(broken(limits({ PERCENT: [null, 33.333333] }), figures(-1, 3))).toEqual(["PERCENT LOWER"]);
});

describe("without a cost", () => {
  test("limits of money are not asked where there are others", () => {
    expect(broken(limits({ QUANTITY: [5, 5], VALUE: [1, 1] }), figures(4, 10))).toEqual([]);
  });

  test("nobody can say that a variance is within limits of money alone", () => {
    const [breach] = judgeTolerance(limits({ VALUE: [1_000, 1_000] }), figures(1, 10));
    expect(breach).toMatchObject({ limit: "VALUE", found: null, isCostUnknown: true });
  });

  test("control: with a cost it is within", () => {
    expect(broken(limits({ VALUE: [1_000, 1_000] }), figures(1, 10, 1))).toEqual([]);
  });
});
