import { expect, test } from "vitest";
import { dayFigures, initialsOf } from "./day-figures.ts";

const today = "2026-11-20";
const open = {
  ...{ day: "2026-11-25", isOpen: true, holiday: null, linesCounted: 0, linesMade: 0 },
  ...{ linesLeft: 0, linesPlanned: 0, overBy: 0, loads: [] },
};

test.each([
  ["what is planned", { linesPlanned: 124 }, "124", "0 lines counted, 124 lines to come"],
  [
    "by how much it is over",
    { linesPlanned: 124, overBy: 14 },
    "124",
    "0 lines counted, 124 lines to come, 14 over the limit",
  ],
  [
    "how far today is",
    { day: today, linesCounted: 74, linesMade: 93, linesLeft: 19 },
    "74 / 93",
    "74 lines counted, 19 lines to come",
  ],
  [
    "what was left over",
    { day: "2026-11-06", linesCounted: 79, linesMade: 88, linesLeft: 9 },
    "79",
    "79 lines counted, 9 lines left over",
  ],
  ["that it is closed", { isOpen: false, holiday: "Site holiday" }, "", "Site holiday"],
  ["that nothing is planned", {}, "", "nothing planned"],
])("a day says %s", (_what, given, number, inWords) => {
  expect(dayFigures({ ...open, ...given }, today)).toMatchObject({ number, inWords });
});

test("a day to come says below its bar what is made already, and whose the rest is", () => {
  const day = { ...open, linesMade: 89, linesLeft: 89, linesPlanned: 4 };
  const loads = [{ scheduleId: "1", name: "Class A", lines: 4, places: 3 }];
  expect(dayFigures(day, today).about).toBe("89 made");
  expect(dayFigures({ ...day, loads }, today).about).toBe("89 made A4");
});

test("schedules are told apart by their initials", () => {
  expect(["Class A", "Random sample", "cage"].map(initialsOf)).toEqual(["A", "RS", "C"]);
});
