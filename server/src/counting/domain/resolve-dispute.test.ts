import { expect, test } from "vitest";
import { Decimal } from "../../shared/exact-decimal.ts";
import { foldLine } from "./fold-line.ts";
import type { LineObservation } from "./observation.ts";
import {
  resolutionRejections,
  resolveDispute,
  type AskedResolution,
  type ResolutionFacts,
  type ResolutionRejectionReason,
} from "./resolve-dispute.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 10, minute));
const entry = (
  externalId: string,
  actorId: string,
  count: number,
  mode: "ADD" | "VERIFY" = "ADD",
) => ({
  ...{ externalId, actorId, mode, quantity: new Decimal(count), serials: [], voids: null },
  countedAt: at(Number(externalId)),
});
const facts = (entries: LineObservation[]): ResolutionFacts => ({
  session: { status: "OPEN", isSubmitted: false },
  version: 4,
  folded: foldLine(entries, false, "WHOLE"),
});
const disputed = facts([entry("1", "maria", 7), entry("2", "maria", 5), entry("3", "jonas", 10)]);
const asked: AskedResolution = {
  standsUserId: "jonas",
  reason: "recounted it myself",
  seenVersion: 4,
};

const takenBack = (given: Partial<AskedResolution>, known = disputed) => {
  const resolution = resolveDispute({ ...asked, ...given }, known);
  return resolution.kind === "RESOLVED" && resolution.takenBack.map(({ externalId }) => externalId);
};

test("whose count stands keeps it; all entries of the others are taken back", () => {
  expect(takenBack({})).toEqual(["1", "2"]);
  expect(takenBack({ standsUserId: "maria" })).toEqual(["3"]);
});

test("who verified may be right, too", () => {
  const verified = facts([entry("1", "maria", 12), entry("2", "jonas", 10, "VERIFY")]);
  expect(takenBack({}, verified)).toEqual(["1"]);
});

const agreed = facts([entry("1", "maria", 7), entry("2", "jonas", 7)]);
const cases: [ResolutionRejectionReason, Partial<AskedResolution>, ResolutionFacts][] = [
  ["REASON_MISSING", { reason: " ", seenVersion: 3 }, disputed],
  ["SESSION_NOT_OPEN", {}, { ...disputed, session: { status: "POSTED", isSubmitted: true } }],
  ["LINE_CHANGED", { seenVersion: 3 }, agreed],
  ["NOT_DISPUTED", { standsUserId: "aiko" }, agreed],
  ["NOT_COUNTED_BY", { standsUserId: "aiko" }, disputed],
];

test.each(cases)("%s", (reason, given, known) => {
  expect(resolveDispute({ ...asked, ...given }, known)).toMatchObject({ rejection: { reason } });
});

test("every reason has its case, in their order", () => {
  expect(cases.map(([reason]) => reason)).toEqual(Object.keys(resolutionRejections));
});
