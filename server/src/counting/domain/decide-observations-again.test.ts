import { expect, test } from "vitest";
import { Decimal } from "../../shared/exact-decimal.ts";
import { contentOf, type AskedObservation, type ObservationFacts } from "./asked-observation.ts";
import { decideObservations } from "./decide-observations.ts";
import { optionDefaults } from "./options.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 10, minute));
const line = { itemId: 1, locationId: 11, lotCode: null, stockStatus: "AVAILABLE" };
const handedIn = (minute: number) => ({ isSubmitted: true, submittedAt: at(minute) });

/** A line that Maria has counted, and that was asked for again at a minute. */
function recounted(
  minute: number,
  session: Partial<ObservationFacts["session"]> = {},
  isChosen = false,
): ObservationFacts {
  const counters = [{ actorId: "maria", round: 1 }];
  const unit = { unitCode: "EA", decimals: 0, packFactors: new Map(), isAssignedHere: true };
  return {
    receivedAt: at(30),
    session: {
      ...{ status: "OPEN", isSubmitted: false, startedAt: at(0), submittedAt: null },
      ...session,
    },
    options: optionDefaults,
    items: new Map([[1, { ...unit, tracking: "BULK" }]]),
    locations: new Map([[11, { code: "A-01", isActive: true }]]),
    lines: new Map([[101, { ...line, rounds: { askedAt: [at(minute)], counters, isChosen } }]]),
    recorded: new Map([["aiko\nA1", { fingerprint: "x", line, round: 2 }]]),
  };
}

function entry(actorId: string, given: Partial<AskedObservation> = {}): AskedObservation {
  const content = {
    ...{ externalId: "E1", actorId, isSupervisor: false, mode: "ADD" as const, lineId: 101 },
    ...{ itemId: undefined, locationId: undefined, lotCode: null, stockStatus: "AVAILABLE" },
    ...{ rawScan: null, quantity: new Decimal(5), unitCode: null, serials: [], reason: null },
    ...{ note: null, voids: null, deviceId: null },
    time: { source: "WRITTEN" as const, claimedAt: at(9), clockOffsetMs: null },
    ...given,
  };
  return { ...content, fingerprint: contentOf(1, content) };
}
const keptOf = (asked: AskedObservation, facts: ObservationFacts) => {
  const [result] = decideObservations([asked], facts);
  return result?.kind === "KEPT" ? [result.kept.round, result.kept.outcome] : result?.kind;
};

test("somebody else's entry is of the new round, also when the count is handed in", () => {
  expect(keptOf(entry("aiko"), recounted(5))).toEqual([2, "RECORDED"]);
  expect(keptOf(entry("aiko"), recounted(5, handedIn(4)))).toEqual([2, "RECORDED"]);
});

test("what was seen before it was asked for is of the round before, and late where that is over", () => {
  expect(keptOf(entry("maria"), recounted(10))).toEqual([1, "RECORDED"]);
  expect(keptOf(entry("maria"), recounted(11, handedIn(10)))).toEqual([1, "QUARANTINED"]);
});

test("what is seen after the count was handed in is too late for a line that nobody waits for", () => {
  expect(keptOf(entry("aiko"), recounted(5, handedIn(4), true))).toBe("REJECTED");
  expect(keptOf(entry("aiko"), recounted(5, { ...handedIn(4), status: "POSTED" }))).toBe(
    "REJECTED",
  );
});

test("an entry is taken back in the round that it is of", () => {
  const voids = { actorId: "aiko", externalId: "A1" };
  const back = entry("aiko", { mode: "VOID", lineId: undefined, quantity: null, voids });
  expect(keptOf(back, recounted(5, handedIn(4)))).toEqual([2, "RECORDED"]);
});

test("who enters for one round in a batch does not enter for another in the same", () => {
  const early = { source: "WRITTEN", claimedAt: at(2), clockOffsetMs: null } as const;
  const batch = [entry("aiko", { time: early }), entry("aiko", { externalId: "E2" })];
  const kinds = decideObservations(batch, recounted(5)).map(({ kind }) => kind);
  expect(kinds).toEqual(["KEPT", "REJECTED"]);
});

test("who only could not get there is still free to count it", () => {
  const skip = entry("aiko", { mode: "SKIP", quantity: null, reason: "blocked" });
  const batch = [skip, entry("aiko", { externalId: "E2" })];
  const kinds = decideObservations(batch, recounted(5)).map(({ kind }) => kind);
  expect(kinds).toEqual(["KEPT", "KEPT"]);
});
