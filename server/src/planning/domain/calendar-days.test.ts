import { describe, expect, test } from "vitest";
import { calendarDays } from "./calendar-days.ts";
import type { Cadence } from "./cadence.ts";
import { decideRun, type RunToDecide } from "./decide-run.ts";
import { overduePlaces } from "./overdue-places.ts";
import type { PlanFacts, PlannedPlace } from "./plan-days.ts";
import { scheduleCsv, type ScheduleCsvRow } from "./schedule-csv.ts";
import { scheduleFigures } from "./schedule-figures.ts";
import type { WorkCalendar } from "./work-calendar.ts";

const calendar: WorkCalendar = {
  workDays: new Set([1, 2, 3, 4, 5]),
  holidays: new Map([["2026-11-26", "Site holiday"]]),
};
const monthly: Cadence = { kind: "MONTHLY", days: null };

let made = 0;
const place = (given: Partial<PlannedPlace>): PlannedPlace => {
  made += 1;
  return {
    ...{ scheduleId: 1, locationId: made, lines: 10, cadence: monthly, startsOn: "2026-01-01" },
    ...{ turn: 0, countedOn: "2026-10-25", isBeingCounted: false },
    ...given,
  };
};
const facts = (places: PlannedPlace[], given: Partial<PlanFacts> = {}): PlanFacts => ({
  ...{ today: "2026-11-20", until: "2026-11-20", calendar, linesADay: 30, windowDays: 0 },
  ...{ places, moved: [], taken: new Map(), ...given },
});

describe("a day that is over its limit", () => {
  // Twenty lines are due on the Wednesday, and twenty-four on the Thursday, which is closed.
  const places = [
    place({ lines: 20 }),
    ...[8, 12, 4].map((lines) => place({ lines, countedOn: "2026-10-26" })),
  ];
  const days = calendarDays(facts(places), "2026-11-25", "2026-11-27", new Map());

  test("says how far, whose load it bears, and offers the one move that helps", () => {
    const [wednesday, thursday, friday] = days;
    expect(wednesday).toMatchObject({ linesPlanned: 20, overBy: 0, offer: null });
    expect(thursday).toMatchObject({ isOpen: false, holiday: "Site holiday", linesPlanned: 0 });
    expect(friday).toMatchObject({ linesPlanned: 24, overBy: 0 });
    const [, , tight] = calendarDays(
      facts(places, { linesADay: 20 }),
      ...(["2026-11-25", "2026-11-27"] as const),
      new Map(),
    );
    expect(tight).toMatchObject({
      ...{ linesPlanned: 24, overBy: 4, movedFrom: ["2026-11-26"] },
      offer: { to: "2026-11-30", lines: 4, counts: [{ lines: 4, dueOn: "2026-11-26" }] },
    });
  });

  test("is not over any more once the move is made", () => {
    const tight = facts(places, { linesADay: 20 });
    const [, , friday] = calendarDays(tight, "2026-11-25", "2026-11-27", new Map());
    const moved = (friday?.offer?.counts ?? []).map((count) => ({
      ...count,
      movedTo: friday?.offer?.to ?? "",
    }));
    const after = calendarDays({ ...tight, moved }, "2026-11-25", "2026-11-30", new Map());
    expect(after.map(({ overBy }) => overBy)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe("overdue", () => {
  const places = [
    place({ countedOn: "2026-10-18", lines: 5 }),
    place({ countedOn: "2026-10-10", lines: 7, isBeingCounted: true }),
    place({ countedOn: "2026-10-20" }),
  ];

  test("is what was due before today, longest late first, in days of work", () => {
    expect(overduePlaces(facts(places)).map(({ dueOn, daysLate }) => [dueOn, daysLate])).toEqual([
      ["2026-11-10", 8],
      ["2026-11-18", 2],
    ]);
  });

  test("is told of each schedule with its next day and its load", () => {
    expect(scheduleFigures(facts(places))(1)).toEqual({
      ...{ places: 3, lines: 22, lastCountedOn: "2026-10-20", nextDueOn: "2026-11-10" },
      ...{ linesADay: 1, linesOverdue: 12 },
    });
    expect(scheduleFigures(facts(places))(2).places).toBe(0);
  });
});

describe("a run makes", () => {
  const places = [
    place({ countedOn: "2026-10-20", locationId: 501 }),
    place({ countedOn: "2026-10-24", locationId: 502, scheduleId: 2 }),
    place({ countedOn: "2026-10-26", locationId: 503, scheduleId: 2 }),
  ];
  const madeOf = (given: Partial<RunToDecide>, today = "2026-11-20") =>
    decideRun(facts(places, { today }), {
      ...{ leadDays: new Map(), places: null, isAsked: false, ...given },
    }).map(({ locationId }) => locationId);

  test("what is planned until today", () => expect(madeOf({})).toEqual([501]));
  test("what its schedule makes days ahead", () =>
    expect(madeOf({ leadDays: new Map([[2, 2]]) })).toEqual([501, 502]));
  test("what somebody names", () =>
    expect(madeOf({ places: [{ scheduleId: 2, locationId: 503 }] })).toEqual([503]));
  test("nothing on a day of rest by the clock, and the next day's when somebody asks", () => {
    expect(madeOf({}, "2026-11-21")).toEqual([]);
    expect(madeOf({ isAsked: true }, "2026-11-21")).toEqual([501]);
  });
});

test("the example schedule has its next count dates, on days of work", () => {
  const row = (location: string, cadence: Cadence, countedOn: string | null): ScheduleCsvRow => ({
    ...{ location, name: "", schedule: "Plan", cadence, lines: 4, countedOn },
    ...{ dueOn: countedOn ?? "2026-12-05", owner: "Ines" },
  });
  const days = (kind: Cadence["kind"], count: number | null = null): Cadence => ({
    kind,
    days: count,
  });
  const csv = scheduleCsv(
    [
      row("Cage", days("DAILY"), "2026-11-20"),
      row("Lineside", days("WEEKLY"), "2026-11-19"),
      row("Aisle 1", monthly, "2026-10-30"),
      row("Aisle 2", days("QUARTERLY"), "2026-08-31"),
      row("Bulk", days("YEARLY"), "2026-01-15"),
      row("MRB", days("EVERY_N_DAYS", 14), "2026-11-11"),
      row("=New", monthly, null),
    ],
    calendar,
  );
  expect(csv.split("\r\n")).toEqual([
    "Location,Name,Schedule,Cadence,Lines,Last count date,Next count date,Owner",
    "Cage,,Plan,daily,4,2026-11-20,2026-11-23,Ines",
    "Lineside,,Plan,weekly,4,2026-11-19,2026-11-27,Ines",
    "Aisle 1,,Plan,monthly,4,2026-10-30,2026-11-30,Ines",
    "Aisle 2,,Plan,quarterly,4,2026-08-31,2026-11-30,Ines",
    "Bulk,,Plan,yearly,4,2026-01-15,2027-01-15,Ines",
    "MRB,,Plan,every 14 days,4,2026-11-11,2026-11-25,Ines",
    "'=New,,Plan,monthly,4,,2026-12-07,Ines",
    "",
  ]);
});
