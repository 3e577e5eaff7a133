import { instantAt } from "#lib/shared/text/instant-at.ts";

/** Who counted, and when by the clock of the site: once for a sheet, or for one of its lines. */
export interface WrittenBy {
  counterId: string;
  /** "2026-11-20" and "10:02". */
  day: string;
  time: string;
}

/** The instant, or in a sentence why there is none. */
export function instantWritten(
  { day, time }: Pick<WrittenBy, "day" | "time">,
  { timeZone, now }: { timeZone: string; now: Date },
): { at: Date } | { wrong: string } {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(day)) return { wrong: "Say on which day it was counted." };
  if (!/^\d{2}:\d{2}$/u.test(time)) return { wrong: "Say at what time it was counted." };
  const at = instantAt(`${day}T${time}`, timeZone);
  return at > now ? { wrong: "That lies in the future." } : { at };
}

/** As the site writes it: the other way round. */
export function wallClockOf(instant: Date, timeZone: string): Pick<WrittenBy, "day" | "time"> {
  const written = new Intl.DateTimeFormat("sv-SE", {
    ...{ timeZone, dateStyle: "short", timeStyle: "short" },
  }).format(instant);
  const [day = "", time = ""] = written.split(" ");
  return { day, time };
}
