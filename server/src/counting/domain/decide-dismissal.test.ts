import { expect, test } from "vitest";
import {
  decideDismissal,
  dismissalRejections,
  type DismissalRejectionReason,
} from "./decide-dismissal.ts";
import type { LooseEntry } from "./loose-entry.ts";

const loose = { outcome: "UNMATCHED", match: null, dismissedBecause: null } as LooseEntry;
const line = { itemId: 1, locationId: 11, lotCode: null, stockStatus: "AVAILABLE" };

/** In the order in which they are looked for. */
const cases: [DismissalRejectionReason, Partial<LooseEntry>, string][] = [
  ["REASON_MISSING", {}, ""],
  ["TEXT_TOO_LONG", {}, "x".repeat(201)],
  ["ENTRY_NOT_LOOSE", { outcome: "RECORDED" }, "a label"],
  ["ENTRY_MATCHED", { match: { line, quantityTyped: null, serials: [] } }, "a label"],
  ["DISMISSED_OTHERWISE", { dismissedBecause: "a hoax" }, "a label"],
];

test("every reason has its case, in the order of the reasons", () => {
  expect(cases.map(([reason]) => reason)).toEqual(Object.keys(dismissalRejections));
});

test.each(cases)("%s", (reason, entry, because) => {
  expect(decideDismissal({ ...loose, ...entry }, because)).toMatchObject({ rejection: { reason } });
});

test("an entry is let go once; the same reason again changes nothing", () => {
  expect(decideDismissal(loose, "a label")).toEqual({ kind: "DISMISSED" });
  const gone = { ...loose, dismissedBecause: "a label" };
  expect(decideDismissal(gone, "a label")).toEqual({ kind: "ALREADY_DISMISSED" });
});
