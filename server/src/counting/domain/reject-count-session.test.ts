import { expect, test } from "vitest";
import { unrestricted } from "./count-scope.ts";
import {
  countSessionRejections,
  rejectCountSession,
  type CountSessionFacts,
  type CountSessionRejectionReason,
  type ProposedCountSession,
} from "./reject-count-session.ts";

const now = new Date("2026-11-21T10:00:00Z");
const sound: ProposedCountSession = {
  title: "Monday",
  notes: null,
  countType: "RANDOM",
  scope: unrestricted,
  deadlineAt: null,
};
const allKnown: CountSessionFacts = {
  now,
  isTemplateKnown: true,
  outdated: [],
  isScopeKnown: true,
  areAssigneesKnown: true,
};

/** In the order in which they are looked for. */
const cases: [
  CountSessionRejectionReason,
  Partial<ProposedCountSession>,
  Partial<CountSessionFacts>,
][] = [
  ["TEMPLATE_UNKNOWN", {}, { isTemplateKnown: false }],
  ["TITLE_MISSING", { title: "" }, {}],
  ["TEXT_TOO_LONG", { title: "x".repeat(201) }, {}],
  ["COUNT_TYPE_MISSING", { countType: null }, {}],
  ["DEADLINE_IN_THE_PAST", { deadlineAt: now }, {}],
  ["SCOPE_MISSING", { countType: "ITEMS" }, {}],
  ["TEMPLATE_OUTDATED", {}, { outdated: ["A-1", "BOLT"] }],
  ["SCOPE_UNKNOWN", {}, { isScopeKnown: false }],
  ["LOTS_NOT_POSITIVE", { scope: { ...unrestricted, lotsToCount: 0 } }, {}],
  ["THRESHOLD_NEGATIVE", { scope: { ...unrestricted, valueThreshold: "-1" } }, {}],
  ["ASSIGNEE_UNKNOWN", {}, { areAssigneesKnown: false }],
];

test("every reason has its case, in the order of the reasons", () => {
  expect(cases.map(([reason]) => reason)).toEqual(Object.keys(countSessionRejections));
});

test.each(cases)("%s", (reason, session, facts) => {
  const rejection = rejectCountSession({ ...sound, ...session }, { ...allKnown, ...facts });
  expect(rejection?.reason).toBe(reason);
});

test("a count that is sound is not rejected", () => {
  expect(rejectCountSession(sound, allKnown)).toBeNull();
});

test("what a template names and is gone is told by its codes", () => {
  const { message } = rejectCountSession(sound, { ...allKnown, outdated: ["A-1", "BOLT"] }) ?? {};
  expect(message).toBe(
    "The template names what is no longer in use; say what to count instead: A-1, BOLT.",
  );
});
