import { expect, test } from "vitest";
import { rejectHold, rejectRelease, type HoldRow } from "./hold.ts";

const item = { itemId: 1, lotId: null, locationId: null, reason: "a recall" };

test.each([
  ["NOTHING_HELD", { ...item, itemId: null }],
  ["ITEM_AND_LOT", { ...item, lotId: 2 }],
  ["REASON_MISSING", { ...item, reason: "" }],
  ["REASON_TOO_LONG", { ...item, reason: "x".repeat(2_001) }],
])("nothing is held: %s", (reason, asked) => {
  expect(rejectHold(asked)).toMatchObject({ reason });
});

test("an item, a lot or a place is held, or an item in a place", () => {
  expect(rejectHold(item)).toBeNull();
  expect(rejectHold({ ...item, itemId: null, lotId: 2 })).toBeNull();
  expect(rejectHold({ ...item, locationId: 3 })).toBeNull();
});

test.each([
  ["HOLD_RELEASED", new Date(0), "it is over"],
  ["REASON_MISSING", null, ""],
  ["REASON_TOO_LONG", null, "x".repeat(2_001)],
])("a hold stays: %s", (reason, releasedAt, why) => {
  expect(rejectRelease({ releasedAt } as HoldRow, why)).toMatchObject({ reason });
});
