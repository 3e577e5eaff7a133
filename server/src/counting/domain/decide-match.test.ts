import { expect, test } from "vitest";
import { Decimal } from "../../shared/exact-decimal.ts";
import type { ObservationFacts } from "./asked-observation.ts";
import { decideMatch, matchRejections, type MatchRejectionReason } from "./decide-match.ts";
import type { AskedMatch, LooseEntry } from "./loose-entry.ts";
import { contentRejections } from "./observation-rejections.ts";
import { optionDefaults } from "./options.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 10, minute));
const [bolt, drill, shelf] = [1, 3, 11];
const onShelf = { itemId: bolt, locationId: shelf, lotCode: null, stockStatus: "AVAILABLE" };

const entry: LooseEntry = {
  id: 17,
  sessionId: 7,
  externalId: "scan 1",
  recordedBy: "maria",
  mode: "ADD",
  outcome: "UNMATCHED",
  generation: 1,
  itemId: null,
  locationId: null,
  stockStatus: null,
  lotCode: null,
  quantityTyped: new Decimal(5),
  unitCode: "CASE",
  serials: [],
  reason: null,
  voids: null,
  time: { source: "DEVICE", claimedAt: at(9), clockOffsetMs: 0 },
  countedAt: at(9),
  receivedAt: at(10),
  isTakenBack: false,
  dismissedBecause: null,
  match: null,
};
const asked: AskedMatch = {
  ...{ lineId: undefined, itemId: bolt, locationId: shelf, lotCode: null, quantity: null },
  ...{ stockStatus: "AVAILABLE", unitCode: null, serials: [] },
};
const item = (tracking: "BULK" | "SERIAL") => ({
  unitCode: "EA",
  decimals: 0,
  tracking,
  packFactors: new Map([["CASE", new Decimal(12)]]),
  isAssignedHere: true,
});
const facts: ObservationFacts & { generation: number } = {
  generation: 1,
  receivedAt: at(30),
  session: { status: "OPEN", isSubmitted: true, startedAt: at(0), submittedAt: at(20) },
  options: optionDefaults,
  items: new Map([
    [bolt, item("BULK")],
    [drill, item("SERIAL")],
  ]),
  locations: new Map([[shelf, { code: "A-1", isActive: true }]]),
  lines: new Map([[40, onShelf]]),
  recorded: new Map(),
};

const decide = (
  given: Partial<LooseEntry> = {},
  match: Partial<AskedMatch> = {},
  known: Partial<typeof facts> = {},
) => decideMatch({ ...entry, ...given }, { ...asked, ...match }, { ...facts, ...known });

test("what the counter typed is kept, and converted by the unit that was typed", () => {
  const decision = decide();
  expect(decision).toMatchObject({ kind: "MATCHED", match: { line: onShelf, unitCode: "CASE" } });
  if (decision.kind !== "MATCHED") return;
  const { quantityTyped, factor, quantity } = decision.match;
  expect([quantityTyped, factor, quantity].map((each) => each?.toFixed())).toEqual([
    "5",
    "12",
    "60",
  ]);
});

test("a line says as much as an item at a place", () => {
  const named = { lineId: 40, itemId: undefined, locationId: undefined };
  expect(decide({}, named)).toMatchObject({ kind: "MATCHED", match: { line: onShelf } });
});

test("the place that the entry tells need not be said again", () => {
  const decision = decide({ locationId: shelf }, { locationId: undefined });
  expect(decision).toMatchObject({ kind: "MATCHED", match: { line: onShelf } });
});

test("an entry that came too late is what it names itself, unless somebody says otherwise", () => {
  const late = { outcome: "QUARANTINED" as const, itemId: bolt, locationId: shelf };
  const named = { ...late, stockStatus: "RESERVED" };
  const nothing = { itemId: undefined, locationId: undefined };
  expect(decide(named, nothing)).toMatchObject({
    match: { line: { ...onShelf, stockStatus: "RESERVED" } },
  });
  expect(decide(named, { itemId: bolt })).toMatchObject({ match: { line: onShelf } });
});

test("a scan without a number gets one from whoever matches it, pieces their serials", () => {
  const bare = { quantityTyped: null, unitCode: null };
  const decision = decide(bare, { quantity: new Decimal(3) });
  expect(decision.kind === "MATCHED" && decision.match.quantity?.toFixed()).toBe("3");
  expect(decide(bare, { itemId: drill, serials: ["S1"] })).toMatchObject({
    match: { serials: ["S1"], quantityTyped: null },
  });
});

test("the same again changes nothing, something else is told apart", () => {
  const match = { line: onShelf, quantityTyped: new Decimal(5), serials: [] };
  expect(decide({ match })).toEqual({ kind: "ALREADY_MATCHED", line: onShelf });
  const over = { session: { ...facts.session, status: "POSTED" as const } };
  expect(decide({ match }, {}, over)).toMatchObject({ kind: "ALREADY_MATCHED" });
  expect(decide({ match }, { itemId: drill })).toMatchObject({
    rejection: { reason: "MATCHED_OTHERWISE" },
  });
});

/** Asked for again before the entry was made, and its counter counted the round before. */
const recounted = {
  lines: new Map([
    [
      101,
      {
        ...onShelf,
        rounds: {
          askedAt: [new Date(0)],
          counters: [{ actorId: "maria", round: 1 }],
          isChosen: false,
        },
      },
    ],
  ]),
};

/** In the order in which they are looked for; the reasons of content have their own table. */
const cases: [MatchRejectionReason, Parameters<typeof decide>][] = [
  ["ENTRY_NOT_LOOSE", [{ outcome: "RECORDED" }]],
  ["MATCHED_OTHERWISE", [{ match: { line: onShelf, quantityTyped: new Decimal(4), serials: [] } }]],
  ["ENTRY_DISMISSED", [{ dismissedBecause: "a pallet label" }]],
  ["ENTRY_TAKEN_BACK", [{ isTakenBack: true }]],
  ["ENTRY_BEFORE_RESET", [{}, {}, { generation: 2 }]],
  ["SESSION_NOT_OPEN", [{}, {}, { session: { ...facts.session, status: "POSTED" } }]],
  ["QUANTITY_WAS_TYPED", [{}, { quantity: new Decimal(6) }]],
  ["RECOUNT_BY_SAME_PERSON", [{ recordedBy: "maria" }, {}, recounted]],
  ["TARGET_MISSING", [{}, { itemId: undefined }]],
  ["LINE_UNKNOWN", [{}, { lineId: null }]],
  ["ITEM_UNKNOWN", [{}, { itemId: 99 }]],
  ["LOCATION_UNKNOWN", [{}, { locationId: undefined }]],
  ["LOT_UNEXPECTED", [{}, { lotCode: "L1" }]],
  ["SERIALS_MISSING", [{}, { itemId: drill }]],
  ["QUANTITY_MISSING", [{ quantityTyped: null }]],
  ["UNIT_UNKNOWN", [{ unitCode: "PALLET" }]],
];

test.each(cases)("%s", (reason, given) => {
  expect(decide(...given)).toMatchObject({ kind: "REJECTED", rejection: { reason } });
});

test("every reason that is a match's own has its case", () => {
  const own = Object.keys(matchRejections).filter((reason) => !(reason in contentRejections));
  expect(cases.slice(0, own.length).map(([reason]) => reason)).toEqual(own);
});
