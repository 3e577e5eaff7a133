import { describe, expect, test } from "vitest";
import { dueAfter, type Cadence } from "./cadence.ts";
import { addDays, addMonths, instantAtSite, siteTimeAt, weekdayOf, type Day } from "./day.ts";
import { planDays, type PlanFacts, type PlannedPlace } from "./plan-days.ts";
import { addOpenDays, onOrAfter, openDaysBetween, type WorkCalendar } from "./work-calendar.ts";

const weekdays: WorkCalendar = {
  workDays: new Set([1, 2, 3, 4, 5]),
  holidays: new Map([["2026-11-26", "Site holiday"]]),
};
const monthly: Cadence = { kind: "MONTHLY", days: null };

describe("the next date runs from the day of the last count", () => {
  test.each<[Cadence, Day, Day]>([
    [{ kind: "DAILY", days: null }, "2026-11-20", "2026-11-21"],
    [{ kind: "WEEKLY", days: null }, "2026-11-20", "2026-11-27"],
    [monthly, "2026-01-31", "2026-02-28"],
    [{ kind: "QUARTERLY", days: null }, "2026-11-30", "2027-02-28"],
    [{ kind: "YEARLY", days: null }, "2028-02-29", "2029-02-28"],
    [{ kind: "EVERY_N_DAYS", days: 14 }, "2026-11-20", "2026-12-04"],
  ])("%o from %s: %s", (cadence, countedOn, due) => {
    expect(dueAfter(cadence, countedOn)).toBe(due);
  });
});

test("days without work are passed over", () => {
  expect(weekdayOf("2026-11-22")).toBe(7);
  expect(onOrAfter(weekdays, "2026-11-21")).toBe("2026-11-23");
  expect(addOpenDays(weekdays, "2026-11-25", 1)).toBe("2026-11-27");
  expect(addOpenDays(weekdays, "2026-11-27", -1)).toBe("2026-11-25");
  expect(openDaysBetween(weekdays, "2026-11-20", "2026-11-27")).toBe(4);
  expect(addMonths("2026-12-31", 2)).toBe("2027-02-28");
});

test("today is the site's day, and its clock names one instant", () => {
  const instant = new Date("2026-11-21T23:30:00Z");
  expect(siteTimeAt(instant, "Asia/Tokyo")).toEqual({ day: "2026-11-22", time: "08:30" });
  expect(siteTimeAt(instant, "America/Chicago")).toEqual({ day: "2026-11-21", time: "17:30" });
  expect(instantAtSite("2026-11-22", "08:30", "Asia/Tokyo")).toEqual(instant);
  // The clock goes from 02:00 to 03:00 that night.
  const inTheGap = instantAtSite("2026-03-29", "02:30", "Europe/Berlin");
  expect(siteTimeAt(inTheGap, "Europe/Berlin").day).toBe("2026-03-29");
});

let made = 0;
const place = (given: Partial<PlannedPlace>): PlannedPlace => {
  made += 1;
  return {
    ...{ scheduleId: 1, locationId: made, lines: 10, cadence: monthly, startsOn: "2026-01-01" },
    ...{ turn: 0, countedOn: "2026-10-23", isBeingCounted: false },
    ...given,
  };
};

const facts = (given: Partial<PlanFacts>): PlanFacts => ({
  ...{ today: "2026-11-20", until: "2026-12-31", calendar: weekdays, linesADay: null },
  ...{ windowDays: 3, places: [], moved: [], taken: new Map() },
  ...given,
});

const daysOf = (given: Partial<PlanFacts>) =>
  planDays(facts({ until: "2026-12-10", ...given })).map(({ plannedOn }) => plannedOn);

describe("a place is planned", () => {
  test("on the day on which it is due", () => {
    expect(daysOf({ places: [place({ countedOn: "2026-10-24" })] })).toEqual(["2026-11-24"]);
  });

  test("on the next day of work where it is due on a holiday", () => {
    expect(daysOf({ places: [place({ countedOn: "2026-10-26" })] })).toEqual(["2026-11-27"]);
  });

  test("today where it is late", () => {
    expect(daysOf({ places: [place({ countedOn: "2026-09-01" })] })).toEqual(["2026-11-20"]);
  });

  test("not while a count has it", () => {
    expect(daysOf({ places: [place({ isBeingCounted: true })] })).toEqual([]);
  });

  test("again and again, each from the day before", () => {
    const daily = place({
      cadence: { kind: "DAILY", days: null },
      countedOn: "2026-11-23",
    });
    expect(daysOf({ places: [daily], until: "2026-12-01" })).toEqual([
      ...["2026-11-24", "2026-11-25", "2026-11-27", "2026-11-30", "2026-12-01"],
    ]);
  });

  test("over the first round where it was never counted", () => {
    const never = [0, 0.25, 0.5, 0.75].map((turn) =>
      place({ turn, countedOn: null, startsOn: "2026-11-20" }),
    );
    expect(daysOf({ places: never })).toEqual([...["2026-11-20", "2026-11-27", "2026-12-07"]]);
  });

  test("where somebody has moved it", () => {
    const one = place({ locationId: 77 });
    const moved = [{ scheduleId: 1, locationId: 77, dueOn: "2026-11-23", movedTo: "2026-12-01" }];
    expect(daysOf({ places: [one], moved })).toEqual(["2026-12-01"]);
  });
});

describe("a day that is full", () => {
  const three = () => [place({ lines: 30 }), place({ lines: 20 }), place({ lines: 10 })];

  test("sends its smaller places to the days around it, the earlier first", () => {
    expect(daysOf({ places: three(), linesADay: 30 })).toEqual([
      ...["2026-11-23", "2026-11-20", "2026-11-20"],
    ]);
  });

  test("counts what it has already", () => {
    const taken = new Map([["2026-11-23", 25]]);
    expect(daysOf({ places: [place({})], linesADay: 30, taken })).toEqual(["2026-11-20"]);
  });

  test("is over its limit where no day around it has room", () => {
    const full = new Map(
      ["2026-11-20", "2026-11-23", "2026-11-24", "2026-11-25"].map((day) => [day, 30]),
    );
    const all = { places: [place({})], linesADay: 30, taken: full, windowDays: 2 };
    expect(daysOf(all)).toEqual(["2026-11-23"]);
  });

  test("gives a place that is larger than its limit a day for itself", () => {
    expect(daysOf({ places: [place({ lines: 50 })], linesADay: 30 })).toEqual(["2026-11-23"]);
  });
});

describe("a year passes in a moment", () => {
  const classes: [Cadence, number][] = [
    [monthly, 60],
    [{ kind: "QUARTERLY", days: null }, 150],
    [{ kind: "YEARLY", days: null }, 400],
    [{ kind: "DAILY", days: null }, 1],
  ];
  const limit = 60;

  /** Each morning what is planned for the day is made and counted; nothing remembers the plan. */
  function liveThrough(linesADay: number | null) {
    const places = classes.flatMap(([cadence, count], at) =>
      Array.from({ length: count }, (_, index) =>
        place({
          ...{ scheduleId: at, cadence, lines: 1 + ((index * 7) % 9) },
          ...{ turn: index / count, countedOn: null, startsOn: "2026-01-01" },
        }),
      ),
    );
    const counted = new Map<number, Day[]>();
    const loads = new Map<Day, number>();
    for (let day = "2026-01-01"; day < "2027-01-01"; day = addDays(day, 1)) {
      const planned = planDays(
        facts({ today: day, until: day, linesADay, windowDays: 5, places }),
      ).filter(({ plannedOn }) => plannedOn === day);
      for (const { locationId, lines } of planned) {
        const each = places.find((one) => one.locationId === locationId);
        if (each) each.countedOn = day;
        counted.set(locationId ?? 0, [...(counted.get(locationId ?? 0) ?? []), day]);
        loads.set(day, (loads.get(day) ?? 0) + lines);
      }
    }
    return { places, counted, loads: [...loads] };
  }

  test("each place is counted on its cadence, and no day is over its level", () => {
    const begunAt = performance.now();
    const { places, counted, loads } = liveThrough(limit);
    const tookMs = performance.now() - begunAt;
    expect(loads.filter(([, lines]) => lines > limit)).toEqual([]);
    expect(loads.every(([day]) => weekdays.workDays.has(weekdayOf(day)))).toBe(true);
    for (const { locationId, cadence } of places) {
      const days = counted.get(locationId ?? 0) ?? [];
      expect(days.length, `${cadence.kind} of place ${locationId}`).toBeGreaterThan(0);
      for (const [at, day] of days.slice(1).entries()) {
        const due = dueAfter(cadence, days[at] as Day);
        expect(day >= addOpenDays(weekdays, due, -6), `${day} is early for ${due}`).toBe(true);
        expect(day <= addOpenDays(weekdays, due, 6), `${day} is late for ${due}`).toBe(true);
      }
    }
    expect(tookMs).toBeLessThan(5_000);
    process.stdout.write(`A year of ${places.length} places took ${Math.round(tookMs)} ms.\n`);
  });

  test("control: where days are not levelled, some are over", () => {
    const { loads } = liveThrough(null);
    expect(loads.filter(([, lines]) => lines > limit).length).toBeGreaterThan(0);
  });
});
