import { expect, test } from "vitest";
import type { CloseOffRow } from "./close-off.ts";
import { rejectCloseOff, rejectEnding, rejectExtension } from "./reject-close-off.ts";

const now = new Date("2026-11-21T10:00:00Z");
const inHours = (hours: number) => new Date(now.valueOf() + hours * 3_600_000);
const closed: CloseOffRow = {
  ...{ warehouseId: 1, id: 1, locationId: 1, mode: "DENY", sessionId: null },
  ...{ ownerId: "ines", reason: "a spill", madeAt: inHours(-1), expiresAt: inHours(1) },
  ...{ endedAt: null, endedById: null },
};

test.each([
  ["REASON_MISSING", { reason: "", expiresAt: inHours(1) }],
  ["REASON_TOO_LONG", { reason: "x".repeat(2_001), expiresAt: inHours(1) }],
  ["EXPIRES_IN_THE_PAST", { reason: "a spill", expiresAt: now }],
  ["EXPIRES_TOO_LATE", { reason: "a spill", expiresAt: inHours(24 * 30 + 1) }],
])("a place is not closed off: %s", (reason, asked) => {
  expect(rejectCloseOff(asked, now)).toMatchObject({ reason });
});

test("for a reason and a time it is", () => {
  expect(rejectCloseOff({ reason: "a spill", expiresAt: inHours(24 * 30) }, now)).toBeNull();
});

test.each([
  ["CLOSE_OFF_OVER", { ...closed, expiresAt: now }, "ines", inHours(2)],
  ["CLOSE_OFF_OVER", { ...closed, endedAt: now, endedById: "ines" }, "ines", inHours(2)],
  ["NOT_THE_OWNER", closed, "petra", inHours(2)],
  ["EXPIRES_IN_THE_PAST", closed, "ines", inHours(-1)],
  ["EXPIRES_TOO_LATE", closed, "ines", inHours(1_000)],
])("it is not extended: %s", (reason, before, actorId, expiresAt) => {
  expect(rejectExtension(before, { actorId, expiresAt, now })).toMatchObject({ reason });
});

test.each([
  ["CLOSE_OFF_OVER", { ...closed, expiresAt: now }, "ines", ""],
  ["NOT_THE_OWNER", closed, "petra", ""],
  ["REASON_TOO_LONG", closed, "petra", "x".repeat(2_001)],
])("it is not ended: %s", (reason, before, actorId, why) => {
  expect(rejectEnding(before, { actorId, reason: why, now })).toMatchObject({ reason });
});

test("its owner ends it without a word, and somebody else with one", () => {
  expect(rejectEnding(closed, { actorId: "ines", reason: "", now })).toBeNull();
  expect(rejectEnding(closed, { actorId: "petra", reason: "the truck is here", now })).toBeNull();
});
