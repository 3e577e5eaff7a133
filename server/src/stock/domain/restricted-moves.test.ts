import { expect, test } from "vitest";
import { Decimal } from "../../shared/exact-decimal.ts";
import { decideStockMoves } from "./decide-stock-moves.ts";
import type { MovedLocation, StockMoveFacts } from "./stock-move-facts.ts";
import { contentOf, type AskedMove } from "./stock-move.ts";

const bolt = 1;
const aisle = 10;
const [open, leased, shut, quarantine] = [11, 12, 13, 14];
const lease = 5;
const recall = 8;

const place = (id: number, given: Partial<MovedLocation> = {}): [number, MovedLocation] => [
  id,
  {
    ...{ code: `P${id}`, isActive: true, isClosedOff: false, deniedByCloseOffId: null },
    ...{ placeIds: [aisle, id], ...given },
  },
];

const facts: StockMoveFacts = {
  now: new Date("2026-11-21T08:00:00Z"),
  allowsNegativeStock: false,
  items: new Map([
    [bolt, { unitCode: "EA", decimals: 0, tracking: "BULK", packFactors: new Map() }],
  ]),
  locations: new Map([
    place(open),
    place(leased, { deniedByCloseOffId: lease }),
    place(shut, { isClosedOff: true }),
    place(quarantine),
  ]),
  holds: [{ id: recall, itemId: bolt, lotKey: null, locationId: quarantine }],
  overridesCloseOff: false,
  lotExpiries: new Map(),
  onHand: new Map(),
  serialPlaces: new Map(),
  recorded: new Map(),
};

function decide(locationId: number, given: Partial<StockMoveFacts> = {}) {
  const content: Omit<AskedMove, "fingerprint"> = {
    ...{ externalId: "IN-1", kind: "RECEIPT", itemId: bolt, locationId, toLocationId: undefined },
    ...{ lotCode: null, lotExpiresOn: null, status: "AVAILABLE", toStatus: null },
    ...{ quantity: new Decimal(1), unitCode: null, serials: [], effectiveAt: facts.now },
    ...{ reference: null, reasonCode: null },
  };
  const move = { ...content, fingerprint: contentOf(content) };
  return decideStockMoves([move], { ...facts, ...given });
}

test("a rejection names the close-off, or the hold", () => {
  expect(decide(leased)).toMatchObject({ rejections: [{ closeOffId: lease }] });
  expect(decide(quarantine)).toMatchObject({ rejections: [{ reason: "ON_HOLD", holdId: recall }] });
});

test("an override passes a lease, and neither what is closed for good nor a hold", () => {
  const overriding = { overridesCloseOff: true };
  expect(decide(leased, overriding)).toHaveProperty("plan");
  for (const id of [shut, quarantine]) expect(decide(id, overriding)).toHaveProperty("rejections");
});

test("a hold of the aisle is one of all its places, and of nothing else", () => {
  const ofPlace = (locationId: number) => ({
    holds: [{ id: recall, itemId: null, lotKey: null, locationId }],
  });
  expect(decide(open, ofPlace(aisle))).toHaveProperty("rejections");
  expect(decide(open, ofPlace(quarantine))).toHaveProperty("plan");
});

test("a hold of a lot is none of other lots", () => {
  const ofLot = { holds: [{ id: recall, itemId: null, lotKey: "1:RECALLED", locationId: null }] };
  expect(decide(open, ofLot)).toHaveProperty("plan");
});
