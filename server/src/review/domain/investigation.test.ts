import { expect, test } from "vitest";
import { rejectInvestigation, type InvestigationFacts } from "./investigation.ts";
import { rejectVarianceReason } from "./variance-reason.ts";

const facts: InvestigationFacts = {
  ...{ isCancelled: false, hasVariance: true, latestRevision: 2 },
  ...{ latestReasonCode: "OLD", isReasonActive: true },
};
const finding = { reasonCode: "THEFT", notes: null, fix: null, basedOnRevision: 2 };
const reasonOf = (given: object, known: Partial<InvestigationFacts> = {}) =>
  rejectInvestigation({ ...finding, ...given }, { ...facts, ...known })?.reason;

test("what somebody found out is taken", () => {
  expect(reasonOf({})).toBeUndefined();
  expect(reasonOf({ reasonCode: null, fix: "RETURNED_TO_STOCK" })).toBeUndefined();
  expect(reasonOf({}, { hasVariance: false })).toBeUndefined();
});

test("each thing that is wrong has its reason", () => {
  expect(reasonOf({}, { isCancelled: true })).toBe("SESSION_CANCELLED");
  expect(reasonOf({ basedOnRevision: 0 }, { latestRevision: 0, hasVariance: false })).toBe(
    "NO_VARIANCE",
  );
  expect(reasonOf({ basedOnRevision: 1 })).toBe("REVISION_OUTDATED");
  expect(reasonOf({ reasonCode: null })).toBe("NOTHING_SAID");
  expect(reasonOf({ notes: "x".repeat(5_001) })).toBe("NOTES_TOO_LONG");
  expect(reasonOf({}, { isReasonActive: false })).toBe("REASON_UNKNOWN");
});

test("a reason no longer used is kept where it stands already", () => {
  expect(reasonOf({ reasonCode: "OLD", notes: "more" }, { isReasonActive: false })).toBeUndefined();
});

test.each([
  ["CODE_MALFORMED", { code: "1 theft" }, false],
  ["CODE_MALFORMED", { code: `A${"B".repeat(60)}` }, false],
  ["NAME_MISSING", { name: "" }, false],
  ["NAME_TOO_LONG", { name: "x".repeat(201) }, false],
  ["NAME_TAKEN", {}, true],
  [undefined, {}, false],
])("a reason to explain with: %s", (reason, given, isNameTaken) => {
  const asked = { code: "THEFT_2", name: "Theft", isActive: true, ...given };
  expect(rejectVarianceReason(asked, { isNameTaken })?.reason).toBe(reason);
});
