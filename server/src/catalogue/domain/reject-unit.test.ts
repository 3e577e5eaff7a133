import { expect, test } from "vitest";
import {
  rejectUnit,
  unitRejections,
  type UnitFacts,
  type UnitRejectionReason,
} from "./reject-unit.ts";
import type { UnitRow } from "./rows.ts";

const litre: UnitRow = { code: "L", name: "litre", decimals: 3 };
const inUse: UnitFacts = { before: litre, hasMoved: true };

const cases: [UnitRejectionReason, UnitRow, UnitFacts][] = [
  ["CODE_MISSING", { ...litre, code: "" }, inUse],
  ["NAME_MISSING", { ...litre, name: "" }, inUse],
  ["DECIMALS_OUT_OF_RANGE", { ...litre, decimals: -1 }, inUse],
  ["DECIMALS_OUT_OF_RANGE", { ...litre, decimals: 7 }, inUse],
  ["DECIMALS_FIXED_BY_STOCK", { ...litre, decimals: 2 }, inUse],
];

test.each(cases)("%s: %o", (reason, unit, facts) => {
  expect(rejectUnit(unit, facts)).toMatchObject({ reason });
});

test("every reason is looked for", () => {
  expect(new Set(cases.map(([reason]) => reason))).toEqual(new Set(Object.keys(unitRejections)));
});

test.each([
  ["new", litre, { before: null, hasMoved: false }],
  ["with more decimals", { ...litre, decimals: 6 }, inUse],
  ["with fewer, while nothing has moved", { ...litre, decimals: 0 }, { ...inUse, hasMoved: false }],
])("accepts a unit that is %s", (_, unit, facts) => {
  expect(rejectUnit(unit, facts)).toBeNull();
});
