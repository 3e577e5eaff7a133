import { expect, test } from "vitest";
import {
  rejectSelection,
  selectionEnd,
  selectionRejections,
  type LineSelectionRow,
  type SelectionRejectionReason,
} from "./line-selection.ts";

const now = new Date("2026-11-21T10:00:00Z");
const selection: LineSelectionRow = {
  warehouseId: 1,
  sessionId: 5,
  token: "token",
  selectedBy: "ines",
  createdAt: now,
  expiresAt: selectionEnd(now),
  lineCount: 3,
};
const asked = { sessionId: 5, actorId: "ines", now };

/** In the order in which they are looked for; what is wrong in one case is wrong in those before. */
const cases: [SelectionRejectionReason, LineSelectionRow | null, typeof asked][] = [
  ["SELECTION_UNKNOWN", null, asked],
  ["SELECTION_OF_ANOTHER_PERSON", selection, { ...asked, actorId: "maria", sessionId: 6 }],
  ["SELECTION_OF_ANOTHER_COUNT", selection, { ...asked, sessionId: 6, now: selectionEnd(now) }],
  ["SELECTION_EXPIRED", selection, { ...asked, now: selectionEnd(now) }],
];

test("every reason has its case, in the order of the reasons", () => {
  expect(cases.map(([reason]) => reason)).toEqual(Object.keys(selectionRejections));
});

test.each(cases)("%s", (reason, row, request) => {
  expect(rejectSelection(row, request)?.reason).toBe(reason);
});

test("who made it uses it for its count, for a day", () => {
  const lastMoment = new Date(selectionEnd(now).valueOf() - 1);
  expect(rejectSelection(selection, { ...asked, now: lastMoment })).toBeNull();
});
