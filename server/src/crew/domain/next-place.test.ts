import fc from "fast-check";
import { expect, test } from "vitest";
import { nextPlace, type OpenPlace } from "./next-place.ts";
import { shareOut } from "./share-out.ts";

const place = (locationId: number, given: Partial<OpenPlace> = {}): OpenPlace => ({
  locationId,
  walkOrder: locationId * 10,
  lines: 1,
  heldBy: null,
  assignedTo: null,
  ...given,
});
const next = (places: OpenPlace[], from: number | null = null) =>
  nextPlace(places, "maria", from)?.locationId ?? null;

test("the walk goes forward, and begins again at its end", () => {
  expect(next([place(3), place(1), place(2)])).toBe(1);
  expect(next([place(3), place(1), place(2)], 15)).toBe(2);
  expect(next([place(1), place(2)], 25)).toBe(1);
  expect(next([])).toBeNull();
});

test("nobody is sent where somebody else stands", () => {
  expect(next([place(1, { heldBy: "jonas" }), place(2)])).toBe(2);
  expect(next([place(1, { heldBy: "maria" }), place(2)])).toBe(1);
  expect(next([place(1, { heldBy: "jonas" })])).toBeNull();
});

test("one's own work first, then nobody's, then what others leave", () => {
  const mine = place(3, { assignedTo: "maria" });
  const theirs = place(1, { assignedTo: "jonas" });
  expect(next([theirs, place(2), mine])).toBe(3);
  expect(next([theirs, place(2)])).toBe(2);
  expect(next([theirs])).toBe(1);
});

const walks = fc.array(
  fc.record({ walkOrder: fc.nat(1_000), lines: fc.integer({ min: 1, max: 50 }) }),
  {
    minLength: 1,
    maxLength: 60,
  },
);
const crews = fc
  .integer({ min: 1, max: 8 })
  .map((size) => Array.from({ length: size }, (_, at) => `u${at}`));

test("work is shared out whole, in stretches, and evenly as far as places allow", () => {
  fc.assert(
    fc.property(walks, crews, (walk, crew) => {
      const places = walk.map((each, locationId) => ({ locationId, ...each }));
      const shares = shareOut(places, crew);
      expect(shares.size).toBe(places.length);
      const sorted = places.toSorted(
        (a, b) => a.walkOrder - b.walkOrder || a.locationId - b.locationId,
      );
      const order = sorted.map(({ locationId }) => crew.indexOf(shares.get(locationId) ?? ""));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      const linesOf = (member: string) =>
        places.reduce(
          (sum, { locationId, lines }) => sum + (shares.get(locationId) === member ? lines : 0),
          0,
        );
      const all = places.reduce((sum, { lines }) => sum + lines, 0);
      const largest = Math.max(...places.map(({ lines }) => lines));
      for (const member of crew)
        expect(Math.abs(linesOf(member) - all / crew.length)).toBeLessThanOrEqual(largest);
    }),
  );
});

test("with nobody to share among, nothing is shared", () => {
  expect(shareOut([place(1)], []).size).toBe(0);
});
