import type { SeededRandom } from "./seeded-random.ts";

/** Minutes after midnight, by the clock on the wall. */
interface OpenHours {
  from: number;
  to: number;
}

export interface SiteCalendar {
  timeZone: string;
  weekday: OpenHours;
  saturday: OpenHours;
  /** How often a Saturday is worked. */
  saturdayChance: number;
  /** Paper is handed in every so often; lately everybody carries a handheld. */
  waveMinutes: { older: number; lately: number };
}

/** A stretch of work whose moves reach the ledger together, at its end. */
export interface Wave {
  index: number;
  startMs: number;
  endMs: number;
  isReceiving: boolean;
}

const latelyDays = 7;
const shortestWaveMs = 6 * 60_000;
const dayMs = 86_400_000;

export function planWaves(
  calendar: SiteCalendar,
  span: { now: Date; days: number },
  random: SeededRandom,
): Wave[] {
  const nowMs = span.now.getTime();
  const waves: Wave[] = [];
  for (let daysAgo = span.days; daysAgo >= 0; daysAgo -= 1) {
    const day = localDay(nowMs - daysAgo * dayMs, calendar.timeZone);
    const hours = hoursOf(day, calendar, random);
    if (!hours) continue;
    const { older, lately } = calendar.waveMinutes;
    const minutes = daysAgo > latelyDays ? older : lately;
    for (let from = hours.from; from < hours.to; from += minutes) {
      const startMs = instantAt(day, from, calendar.timeZone);
      const closesMs = instantAt(day, Math.min(from + minutes, hours.to), calendar.timeZone);
      const endMs = Math.min(closesMs, nowMs);
      if (endMs - startMs < shortestWaveMs) continue;
      waves.push({ index: waves.length, startMs, endMs, isReceiving: from < hours.from + 240 });
    }
  }
  return waves;
}

function hoursOf(day: string, calendar: SiteCalendar, random: SeededRandom): OpenHours | null {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  if (weekday === 0) return null;
  if (weekday === 6) return random.chance(calendar.saturdayChance) ? calendar.saturday : null;
  return calendar.weekday;
}

/** The calendar day at the site, as 2026-11-21. */
export function localDay(instantMs: number, timeZone: string): string {
  return new Date(instantMs + offsetMs(instantMs, timeZone)).toISOString().slice(0, 10);
}

/** The instant at which the site's clock shows these minutes after midnight. */
export function instantAt(day: string, minutes: number, timeZone: string): number {
  const wallMs = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  const guessMs = wallMs - offsetMs(wallMs, timeZone);
  return wallMs - offsetMs(guessMs, timeZone);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function offsetMs(instantMs: number, timeZone: string): number {
  const clock = clocks.get(timeZone) ?? clockOf(timeZone);
  const shown = Object.fromEntries(clock.formatToParts(instantMs).map((p) => [p.type, p.value]));
  const { year, month, day, hour, minute, second } = shown;
  const wallMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return wallMs - Math.floor(instantMs / 1000) * 1000;
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  clocks.set(timeZone, clock);
  return clock;
}
