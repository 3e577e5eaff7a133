import { expect, test } from "vitest";
import { troubleOf, type MoveField, type MoveRejection } from "./move-trouble.ts";

const rejected = (reason: MoveRejection["reason"]): MoveRejection => ({
  index: 0,
  externalId: "m-1",
  reason,
  message: "The server's sentence.",
});
const shown = (...fields: MoveField[]) => new Set(fields);

test("a rejection stands beside the field that can mend it", () => {
  const trouble = troubleOf(rejected("WOULD_GO_NEGATIVE"), shown("from", "quantity"));
  expect(trouble).toEqual({ message: "The server's sentence.", field: "quantity" });
});

test("a place that is closed off is the one stock leaves when there is no other", () => {
  expect(troubleOf(rejected("LOCATION_CLOSED_OFF"), shown("to", "from")).field).toBe("to");
  expect(troubleOf(rejected("LOCATION_CLOSED_OFF"), shown("from")).field).toBe("from");
});

test("what no field on the screen can mend is told of the whole", () => {
  expect(troubleOf(rejected("LOT_MISSING"), shown("quantity")).field).toBeUndefined();
  expect(troubleOf(rejected("ITEM_UNKNOWN"), shown("quantity")).field).toBeUndefined();
});
