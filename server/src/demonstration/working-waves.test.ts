import { describe, expect, it } from "vitest";
import { SeededRandom } from "./seeded-random.ts";
import { instantAt, localDay, planWaves, type SiteCalendar } from "./working-waves.ts";

const berlin: SiteCalendar = {
  timeZone: "Europe/Berlin",
  weekday: { from: 6 * 60, to: 17 * 60 },
  saturday: { from: 7 * 60, to: 12 * 60 },
  saturdayChance: 0.5,
  waveMinutes: { older: 165, lately: 30 },
};
// A Friday afternoon; the clocks were set back on 25 October.
const now = new Date("2026-11-20T12:32:08.000Z");
const waves = planWaves(berlin, { now, days: 120 }, new SeededRandom("waves"));
const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Berlin",
  weekday: "short",
  hour: "2-digit",
  minute: "2-digit",
});

describe("the waves of a site", () => {
  it("follow each other without overlapping, up to now", () => {
    for (const [index, wave] of waves.entries()) {
      expect(wave.index).toBe(index);
      expect(wave.startMs).toBeLessThan(wave.endMs);
      expect(wave.startMs).toBeGreaterThanOrEqual(waves[index - 1]?.endMs ?? 0);
    }
    const restMs = now.getTime() - (waves.at(-1)?.endMs ?? 0);
    expect(restMs).toBeGreaterThanOrEqual(0);
    expect(restMs).toBeLessThan(6 * 60_000);
  });

  it("begin by the clock on the wall, before and after it was set back", () => {
    const mornings = waves
      .map(({ startMs }) => clock.format(startMs))
      .filter((t) => /06:00/u.test(t));
    expect(mornings.length).toBeGreaterThan(80);
    const days = waves.map(({ startMs }) => clock.format(startMs).slice(0, 3));
    expect(days).not.toContain("Sun");
    expect(days.filter((day) => day === "Sat").length).toBeGreaterThan(5);
  });

  it("are short lately and long before", () => {
    const minutes = waves.map(({ startMs, endMs }) => (endMs - startMs) / 60_000);
    expect(minutes[0]).toBe(165);
    expect(minutes.at(-2)).toBe(30);
  });

  it("receive goods in the first hours of the day", () => {
    const receiving = waves.filter((wave) => wave.isReceiving);
    const latest = receiving
      .map(({ startMs }) => clock.format(startMs).slice(-5))
      .sort()
      .at(-1);
    expect(latest).toMatch(/^(09|10):/u);
  });
});

describe("the site's clock", () => {
  it("tells the day where the site is", () => {
    expect(localDay(Date.parse("2026-07-01T22:30:00Z"), "Europe/Berlin")).toBe("2026-07-02");
    expect(localDay(Date.parse("2026-07-01T02:30:00Z"), "America/New_York")).toBe("2026-06-30");
  });

  it.each([
    ["2026-10-24", "2026-10-24T04:00:00.000Z"],
    ["2026-10-25", "2026-10-25T05:00:00.000Z"],
    ["2027-03-27", "2027-03-27T05:00:00.000Z"],
    ["2027-03-28", "2027-03-28T04:00:00.000Z"],
  ])("shows six on the morning of %s", (day, instant) => {
    expect(new Date(instantAt(day, 6 * 60, "Europe/Berlin")).toISOString()).toBe(instant);
  });
});
