import { expect, test } from "vitest";
import { unrestricted } from "./count-scope.ts";
import type { TemplateRow } from "./count-template.ts";
import { fillFromTemplate, namedByTemplate, nothingAsked } from "./fill-from-template.ts";

const now = new Date("2026-11-21T10:00:00Z");
const template: TemplateRow = {
  warehouseId: 1,
  id: 7,
  name: "Every Monday",
  createdById: "ines",
  createdAt: now,
  settings: {
    countType: "LOCATIONS",
    scope: { ...unrestricted, locationIds: [11, 12], itemIds: [5], lotsToCount: 20 },
    isBlind: false,
    assigneeIds: ["maria"],
    notes: "Start at the door.",
    deadlineAfterHours: 8,
  },
};

test("what is left out comes from the template, the deadline as hours from now", () => {
  expect(fillFromTemplate(nothingAsked, template, now)).toEqual({
    title: "Every Monday",
    countType: "LOCATIONS",
    scope: template.settings.scope,
    isBlind: false,
    deadlineAt: new Date("2026-11-21T18:00:00Z"),
    notes: "Start at the door.",
    assigneeIds: ["maria"],
  });
});

test.each([
  ["a title", { title: "Today" }, { title: "Today" }],
  ["a type", { countType: "FULL" as const }, { countType: "FULL" }],
  ["blindness", { isBlind: true }, { isBlind: true }],
  ["that there is no deadline", { deadlineAt: null }, { deadlineAt: null }],
  ["that there are no notes", { notes: null }, { notes: null }],
  ["that anybody may count", { assigneeIds: [] }, { assigneeIds: [] }],
])("%s is taken as it was said, and all else from the template", (_, asked, said) => {
  expect(fillFromTemplate({ ...nothingAsked, ...asked }, template, now)).toEqual({
    ...fillFromTemplate(nothingAsked, template, now),
    ...said,
  });
});

test("the scope is filled part by part: null and an empty list are meant", () => {
  const scope = { locationIds: [13], itemIds: [], lotsToCount: null, categoryId: undefined };
  expect(fillFromTemplate({ ...nothingAsked, scope }, template, now).scope).toEqual({
    ...unrestricted,
    locationIds: [13],
  });
});

test("without a template nothing is made up", () => {
  expect(fillFromTemplate(nothingAsked, null, now)).toEqual({
    title: "",
    countType: null,
    scope: unrestricted,
    isBlind: null,
    deadlineAt: null,
    notes: null,
    assigneeIds: [],
  });
});

test("only what the template names, and nobody said otherwise, can be out of date", () => {
  expect(namedByTemplate(nothingAsked, template)).toEqual({
    locationIds: [11, 12],
    itemIds: [5],
    assigneeIds: ["maria"],
  });
  const asked = { ...nothingAsked, scope: { locationIds: [13] }, assigneeIds: ["jonas"] };
  expect(namedByTemplate(asked, template)).toEqual({
    locationIds: [],
    itemIds: [5],
    assigneeIds: [],
  });
});
