import { expect, test } from "vitest";
import { feedCursorOf } from "../../shared/feed-cursor.ts";
import { sessionFeedName } from "../domain/session-feed.ts";
import { sessionPlaceOf } from "./changed-since.ts";

const session = {
  warehouseId: 1,
  id: 7,
  epoch: "0b8e9a40-6f0e-4a52-9f0c-2f6a3f0a7b11",
  sequence: 40,
  hiddenEvents: 3,
};
const blindCursorOf = (position: number) =>
  feedCursorOf(`${sessionFeedName(session)}:blind`, position);
const cursorOf = (given: Partial<typeof session>) =>
  feedCursorOf(sessionFeedName({ ...session, ...given }), given.sequence ?? 40);

test("a cursor of the count is its position, from the beginning to now", () => {
  for (const sequence of [0, 12, 40])
    expect(sessionPlaceOf(session, cursorOf({ sequence }))).toEqual({
      position: sequence,
      isBlind: false,
    });
});

test.each([
  ["another count", cursorOf({ id: 70 }), "This is a cursor of another count."],
  [
    "a count of another warehouse",
    cursorOf({ warehouseId: 2 }),
    "This is a cursor of another count.",
  ],
  ["another epoch", cursorOf({ epoch: "other" }), "The events of this count have begun anew"],
  ["what has not happened yet", cursorOf({ sequence: 41 }), "This cursor lies ahead of the count."],
  ["what the blind have not been told", blindCursorOf(38), "This cursor lies ahead of the count."],
  ["another feed", feedCursorOf("stock-1", 3), "This is not a cursor of a count."],
  ["nothing", "", "This is not a cursor of a count."],
  ["somebody's text", "hello", "This is not a cursor of a count."],
])("a cursor of %s is refused with its own sentence", (_, cursor, sentence) => {
  expect(() => sessionPlaceOf(session, cursor)).toThrow(sentence);
});
