import { expect, test } from "vitest";
import { unrestricted } from "./count-scope.ts";
import {
  countTemplateRejections,
  rejectCountTemplate,
  type CountTemplateFacts,
  type CountTemplateRejectionReason,
  type ProposedTemplate,
} from "./reject-count-template.ts";

const sound = {
  name: "Monday",
  settings: {
    countType: "RANDOM",
    scope: unrestricted,
    isBlind: null,
    assigneeIds: [],
    notes: null,
    deadlineAfterHours: 8,
  },
} satisfies ProposedTemplate;
const allKnown: CountTemplateFacts = {
  isScopeKnown: true,
  areAssigneesKnown: true,
  isNameTaken: false,
};

const settings = (given: Partial<ProposedTemplate["settings"]>) => ({
  settings: { ...sound.settings, ...given },
});

/** In the order in which they are looked for; that a template is unknown is found before them all. */
const cases: [
  CountTemplateRejectionReason,
  Partial<ProposedTemplate>,
  Partial<CountTemplateFacts>,
][] = [
  ["NAME_MISSING", { name: "" }, {}],
  ["TEXT_TOO_LONG", { name: "x".repeat(201) }, {}],
  ["COUNT_TYPE_MISSING", settings({ countType: null }), {}],
  ["DEADLINE_NOT_POSITIVE", settings({ deadlineAfterHours: 0 }), {}],
  ["SCOPE_UNKNOWN", {}, { isScopeKnown: false }],
  ["LOTS_NOT_POSITIVE", settings({ scope: { ...unrestricted, lotsToCount: 0 } }), {}],
  ["THRESHOLD_NEGATIVE", settings({ scope: { ...unrestricted, valueThreshold: "-1" } }), {}],
  ["ASSIGNEE_UNKNOWN", {}, { areAssigneesKnown: false }],
  ["NAME_TAKEN", {}, { isNameTaken: true }],
];

test("every reason has its case, in the order of the reasons", () => {
  const reasons = ["TEMPLATE_UNKNOWN", ...cases.map(([reason]) => reason)];
  expect(reasons).toEqual(Object.keys(countTemplateRejections));
});

test.each(cases)("%s", (reason, template, facts) => {
  const rejection = rejectCountTemplate({ ...sound, ...template }, { ...allKnown, ...facts });
  expect(rejection?.reason).toBe(reason);
});

test("a template whose scope is still open is sound: whoever plans a count says the rest", () => {
  expect(
    rejectCountTemplate({ ...sound, ...settings({ countType: "ITEMS" }) }, allKnown),
  ).toBeNull();
});
