import { expect, test } from "vitest";
import { Decimal } from "../../shared/exact-decimal.ts";
import { lineKey, type AskedObservation, type LineName } from "./asked-observation.ts";
import type { KeptObservation } from "./decide-observations.ts";
import { standingByLine, widestGap, type PlacedObservation } from "./standing-by-line.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 10, minute));
const shelf: LineName = { itemId: 1, locationId: 11, lotCode: null, stockStatus: "AVAILABLE" };
const other: LineName = { ...shelf, locationId: 12 };

const before = (externalId: string, given: Partial<PlacedObservation> = {}) => ({
  line: lineKey(shelf),
  round: 1,
  externalId,
  actorId: "maria",
  mode: "ADD" as const,
  quantity: new Decimal(1),
  serials: [],
  countedAt: at(1),
  gap: null,
  voids: null,
  ...given,
});

function kept(
  externalId: string,
  line: LineName | null,
  asked: Partial<AskedObservation> = {},
  outcome: KeptObservation["outcome"] = "RECORDED",
): KeptObservation {
  return {
    asked: {
      externalId,
      actorId: "maria",
      mode: "ADD",
      serials: [],
      voids: null,
      ...asked,
    } as AskedObservation,
    line,
    round: 1,
    factor: null,
    quantity: new Decimal(1),
    countedAt: at(2),
    gap: null,
    outcome,
  };
}

const idsOf = (...given: Parameters<typeof standingByLine>) =>
  Object.fromEntries(
    [...standingByLine(...given)].map(([line, entries]) => [
      line,
      entries.map(({ externalId }) => externalId),
    ]),
  );
const takesBack = (externalId: string) =>
  ({ mode: "VOID", voids: { actorId: "maria", externalId } }) as const;

test("a line's entries are those recorded before and those that come now", () => {
  expect(idsOf([before("a")], [kept("b", shelf), kept("c", other)])).toEqual({
    [lineKey(shelf)]: ["a", "b"],
    [lineKey(other)]: ["c"],
  });
});

test("what waits to be matched or merged stands nowhere", () => {
  const batch = [kept("a", null, {}, "UNMATCHED"), kept("b", shelf, {}, "QUARANTINED")];
  expect(idsOf([], batch)).toEqual({});
});

test("what came before the entry it takes back stands with that entry, whichever came in which batch", () => {
  const early = kept("v", null, takesBack("a"));
  const both = { [lineKey(shelf)]: ["v", "a"] };
  expect(idsOf([], [early, kept("a", shelf)])).toEqual(both);
  const recordedEarly = before("v", { line: null, ...takesBack("a") });
  expect(idsOf([recordedEarly], [kept("a", shelf)])).toEqual(both);
  expect(idsOf([recordedEarly, before("a")], [])).toEqual(both);
  // The control: what nobody has sent yet has no line.
  expect(idsOf([recordedEarly], [kept("b", shelf)])).toEqual({ [lineKey(shelf)]: ["b"] });
});

test("the gap spans all settling entries of unknown time, and no other", () => {
  const entries = [
    before("a", { gap: { after: at(3), until: at(5) } }),
    before("b", { gap: { after: at(2), until: at(4) } }),
    before("c", { gap: { after: at(0), until: at(9) } }),
  ];
  expect(widestGap(entries, ["maria\na", "maria\nb"])).toEqual({ after: at(2), until: at(5) });
  expect(widestGap([before("a")], ["maria\na"])).toBeNull();
});
