import { expect, test } from "vitest";
import type { QuantRow } from "./quant-row.ts";
import { ranksBefore } from "./rank.ts";

const wheel = {
  id: "wheel",
  item: {
    id: "1",
    sku: "FW-M423",
    description: "Front Wheel",
    tracking: "BULK",
    unit: { code: "EA", decimals: 0 },
    category: null,
  },
  location: { id: "2", code: "MISC-06-B-05", parent: null },
  lot: null,
  status: "AVAILABLE",
  quantityOnHand: "90",
  lastMovedAt: "2026-11-20T10:02:00.000Z",
} satisfies QuantRow;

test("quantities are compared as numbers, not as text", () => {
  const many: QuantRow = { ...wheel, quantityOnHand: "1069" };
  expect(ranksBefore(many, wheel, "QUANTITY_ON_HAND", "DESC")).toBe(true);
  expect(ranksBefore(many, wheel, "QUANTITY_ON_HAND", "ASC")).toBe(false);
});

test("what moved last stands first when the newest are sought", () => {
  const later: QuantRow = { ...wheel, lastMovedAt: "2026-11-20T10:03:00.000Z" };
  expect(ranksBefore(later, wheel, "LAST_MOVED_AT", "DESC")).toBe(true);
});

test("stock without an expiry date stands after all that has one", () => {
  const lot = { id: "3", code: "T2619", expiresOn: "2027-03-31" };
  expect(ranksBefore({ ...wheel, lot }, wheel, "EXPIRES_ON", "ASC")).toBe(true);
});

test("a row does not stand before its equal", () => {
  expect(ranksBefore(wheel, { ...wheel, id: "other" }, "LOCATION", "ASC")).toBe(false);
});
