import { describe, expect, test } from "vitest";
import { Decimal } from "../../shared/exact-decimal.ts";
import {
  contentOf,
  lineKey,
  type AskedObservation,
  type CountedItem,
  type ObservationFacts,
} from "./asked-observation.ts";
import { decideObservations, linesChangedBy } from "./decide-observations.ts";
import {
  observationRejections,
  type ObservationRejectionReason,
  type PaperRejectionReason,
} from "./observation-rejections.ts";

const bolt = 1;
const paint = 2;
const drill = 3;
const stranger = 4;
const shelf = 11;
const retired = 12;
const boltLine = 101;
const drillLine = 103;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 10, minute));

function item(tracking: CountedItem["tracking"], given: Partial<CountedItem> = {}): CountedItem {
  return {
    unitCode: "EA",
    decimals: 0,
    tracking,
    packFactors: new Map(),
    isAssignedHere: true,
    ...given,
  };
}

const facts: ObservationFacts = {
  receivedAt: at(30),
  session: { status: "OPEN", isSubmitted: false, startedAt: at(0), submittedAt: null },
  options: { "174": true, "325": true, "504": false, wholeCounts: false },
  items: new Map([
    [
      bolt,
      item("BULK", {
        packFactors: new Map([
          ["CASE", new Decimal(12)],
          ["HALF", new Decimal("0.5")],
        ]),
      }),
    ],
    [paint, item("LOT", { decimals: 2 })],
    [drill, item("SERIAL")],
    [stranger, item("BULK", { isAssignedHere: false })],
  ]),
  locations: new Map([
    [shelf, { code: "A-01", isActive: true }],
    [retired, { code: "Z-09", isActive: false }],
  ]),
  lines: new Map([
    [boltLine, { itemId: bolt, locationId: shelf, lotCode: null, stockStatus: "AVAILABLE" }],
    [drillLine, { itemId: drill, locationId: shelf, lotCode: null, stockStatus: "AVAILABLE" }],
  ]),
  recorded: new Map([
    ["maria\nKNOWN", { fingerprint: "something else", line: null }],
    [
      "jonas\nJ1",
      {
        fingerprint: "x",
        line: { itemId: bolt, locationId: shelf, lotCode: null, stockStatus: "AVAILABLE" },
      },
    ],
  ]),
};

function asked(given: Partial<AskedObservation> = {}): AskedObservation {
  const content = {
    externalId: "E1",
    actorId: "maria",
    isSupervisor: false,
    mode: "ADD" as const,
    lineId: boltLine,
    itemId: undefined,
    locationId: undefined,
    lotCode: null,
    stockStatus: "AVAILABLE",
    rawScan: null,
    quantity: new Decimal(5),
    unitCode: null,
    serials: [],
    reason: null,
    note: null,
    voids: null,
    time: { source: "DEVICE" as const, claimedAt: at(9), clockOffsetMs: 0 },
    deviceId: null,
    ...given,
  };
  return { ...content, fingerprint: contentOf(7, content) };
}

const found = (itemId: number | null, locationId: number | null = shelf) => ({
  lineId: undefined,
  itemId,
  locationId,
});
const drills = (...serials: string[]) => ({ lineId: drillLine, quantity: null, serials });
const session = (given: Partial<ObservationFacts["session"]>): ObservationFacts => ({
  ...facts,
  session: { ...facts.session, ...given },
});
const options = (given: Partial<ObservationFacts["options"]>): ObservationFacts => ({
  ...facts,
  options: { ...facts.options, ...given },
});

/** The line of bolts, asked for again at a minute, after somebody had counted it. */
function recounted(minute: number, actorId: string): ObservationFacts {
  const rounds = { askedAt: [at(minute)], counters: [{ actorId, round: 1 }], isChosen: false };
  const lines = new Map(facts.lines);
  const line = lines.get(boltLine);
  if (line) lines.set(boltLine, { ...line, rounds });
  return { ...facts, lines };
}

const paper = (wrong: PaperRejectionReason) => ({
  paper: { enteredBy: "ines", sheetId: null, wrong },
});

const cases: [ObservationRejectionReason, Partial<AskedObservation>, ObservationFacts?][] = [
  ["EXTERNAL_ID_MISSING", { externalId: "" }],
  ["EXTERNAL_ID_REUSED", { externalId: "KNOWN" }],
  ["TEXT_TOO_LONG", { rawScan: "x".repeat(201) }],
  ["TEXT_TOO_LONG", { note: "x".repeat(2_001) }],
  ["SESSION_NOT_OPEN", {}, session({ status: "DRAFT" })],
  ["SESSION_NOT_OPEN", {}, session({ status: "CANCELLED" })],
  ["SESSION_CLOSED", {}, session({ isSubmitted: true, submittedAt: at(5) })],
  ["SESSION_CLOSED", {}, session({ status: "POSTED", isSubmitted: true, submittedAt: at(5) })],
  ["VOID_TARGET_MISSING", { mode: "VOID" }],
  ["VOID_OF_ANOTHER", { mode: "VOID", voids: { actorId: "jonas", externalId: "J1" } }],
  ["TARGET_MISSING", { lineId: undefined }],
  ["LINE_UNKNOWN", { lineId: 999 }],
  ["LINE_UNKNOWN", { lineId: null }],
  ["ITEM_UNKNOWN", found(999)],
  ["ITEM_UNKNOWN", found(null)],
  ["ITEM_NOT_ASSIGNED", found(stranger), options({ "504": true })],
  ["LOCATION_UNKNOWN", found(bolt, 999)],
  ["LOCATION_UNKNOWN", found(bolt, null)],
  ["LOCATION_INACTIVE", found(bolt, retired)],
  ["REASON_MISSING", { mode: "SKIP", quantity: null }],
  ["REASON_MISSING", { mode: "NOT_ACCESSIBLE", quantity: null }],
  ["QUANTITY_UNEXPECTED", { mode: "SKIP", reason: "blocked" }],
  ["LOT_MISSING", found(paint)],
  ["LOT_UNEXPECTED", { ...found(bolt), lotCode: "L1" }],
  ["SERIALS_UNEXPECTED", { serials: ["S1"] }],
  ["SERIALS_MISSING", { lineId: drillLine, quantity: new Decimal(3) }],
  ["SERIALS_MISSING", { lineId: drillLine, quantity: null }],
  ["SERIALS_NOT_QUANTITY", { ...drills("S1", "S2"), quantity: new Decimal(3) }],
  ["SERIALS_NOT_QUANTITY", drills("S1", "S1")],
  ["QUANTITY_MISSING", { quantity: null }],
  ["QUANTITY_NEGATIVE", { quantity: new Decimal(-1) }],
  ["ZERO_NOT_ALLOWED", { quantity: new Decimal(0) }, options({ "325": false })],
  ["UNIT_UNKNOWN", { unitCode: "PALLET" }],
  ["UNITS_NOT_SPLIT", { unitCode: "CASE" }, options({ "174": false })],
  ["QUANTITY_TOO_PRECISE", { quantity: new Decimal("1.5") }],
  ["QUANTITY_TOO_PRECISE", { unitCode: "HALF" }],
  ["QUANTITY_TOO_LARGE", { unitCode: "CASE", quantity: new Decimal("9e13") }],
  ["RECOUNT_BY_SAME_PERSON", {}, recounted(5, "maria")],
  ["COUNTER_UNKNOWN", paper("COUNTER_UNKNOWN")],
  ["SHEET_UNKNOWN", paper("SHEET_UNKNOWN")],
  ["LINE_NOT_ON_SHEET", paper("LINE_NOT_ON_SHEET")],
];

test.each(cases)("%s: %o", (reason, given, under = facts) => {
  expect(decideObservations([asked(given)], under)).toMatchObject([
    { kind: "REJECTED", rejection: { reason } },
  ]);
});

test("every reason is looked for, and the entry that the cases vary is kept", () => {
  expect(new Set(cases.map(([reason]) => reason))).toEqual(
    new Set(Object.keys(observationRejections)),
  );
  expect(decideObservations([asked()], facts)).toMatchObject([
    { kind: "KEPT", kept: { outcome: "RECORDED" } },
  ]);
});

describe("of a batch", () => {
  test("the wrong entries are told apart and the rest is kept", () => {
    const kinds = decideObservations(
      [
        asked(),
        asked({ externalId: "E2", quantity: new Decimal(-5) }),
        asked({ externalId: "E3" }),
      ],
      facts,
    ).map(({ kind }) => kind);
    expect(kinds).toEqual(["KEPT", "REJECTED", "KEPT"]);
  });

  test("an entry that stands twice in it is recorded once", () => {
    const kinds = decideObservations([asked(), asked()], facts).map(({ kind }) => kind);
    expect(kinds).toEqual(["KEPT", "ALREADY_RECORDED"]);
  });

  test("the same id of two people means two entries", () => {
    const results = decideObservations([asked(), asked({ actorId: "aiko" })], facts);
    expect(results.map(({ kind }) => kind)).toEqual(["KEPT", "KEPT"]);
  });

  test("each line is changed once, however many entries it has", () => {
    const results = decideObservations(
      [asked(), asked({ externalId: "E2" }), asked({ externalId: "E3", ...found(bolt) })],
      facts,
    );
    expect([...linesChangedBy(results).keys()]).toEqual([
      lineKey({ itemId: bolt, locationId: shelf, lotCode: null, stockStatus: "AVAILABLE" }),
    ]);
  });
});

test("3 cases and 4 each: what was typed is kept, and converted exactly", () => {
  const [cases_, each] = decideObservations(
    [
      asked({ quantity: new Decimal(3), unitCode: "CASE" }),
      asked({ externalId: "E2", quantity: new Decimal(4) }),
    ],
    facts,
  );
  expect(cases_).toMatchObject({ kept: { factor: new Decimal(12), quantity: new Decimal(36) } });
  expect(each).toMatchObject({ kept: { factor: new Decimal(1), quantity: new Decimal(4) } });
});

test("pieces need no number, and none of them is a count of 0", () => {
  expect(decideObservations([asked(drills("S1", "S2"))], facts)).toMatchObject([
    { kept: { quantity: new Decimal(2) } },
  ]);
  const none = asked({ lineId: drillLine, quantity: new Decimal(0) });
  expect(decideObservations([none], facts)).toMatchObject([
    { kept: { quantity: new Decimal(0), outcome: "RECORDED" } },
  ]);
});

test("a scan that means nothing is kept, to be matched later", () => {
  const scan = asked({ lineId: undefined, rawScan: "]E0123", locationId: shelf });
  expect(decideObservations([scan], facts)).toMatchObject([
    { kept: { outcome: "UNMATCHED", line: null } },
  ]);
});

test("something found that nobody expected makes a line of its own", () => {
  const lot = asked({ ...found(paint), lotCode: "L9", quantity: new Decimal("2.5") });
  expect(decideObservations([lot], facts)).toMatchObject([
    { kept: { outcome: "RECORDED", line: { itemId: paint, lotCode: "L9" } } },
  ]);
});

test("made before the count was handed in, received after: quarantined, not dropped", () => {
  const submitted = session({ isSubmitted: true, submittedAt: at(20) });
  expect(decideObservations([asked()], submitted)).toMatchObject([
    { kept: { outcome: "QUARANTINED", countedAt: at(9) } },
  ]);
});

test("an entry is taken back by its author or by a supervisor, and changes the line it was of", () => {
  const voids = { actorId: "jonas", externalId: "J1" };
  const byAuthor = asked({
    mode: "VOID",
    lineId: undefined,
    quantity: null,
    actorId: "jonas",
    voids,
  });
  const bySupervisor = asked({
    mode: "VOID",
    lineId: undefined,
    quantity: null,
    isSupervisor: true,
    voids,
  });
  for (const entry of [byAuthor, bySupervisor])
    expect(decideObservations([entry], facts)).toMatchObject([
      { kept: { outcome: "RECORDED", line: { itemId: bolt } } },
    ]);
});

test("what takes an entry back may arrive before it", () => {
  const early = asked({
    mode: "VOID",
    lineId: undefined,
    quantity: null,
    voids: { actorId: "maria", externalId: "NOT YET HERE" },
  });
  expect(decideObservations([early], facts)).toMatchObject([
    { kept: { outcome: "RECORDED", line: null } },
  ]);
});
