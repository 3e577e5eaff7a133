/** "2026-11-21 14:05" as the clock on the wall of the site says it. */
export function wallClock(instant: Date, timeZone: string): string {
  const written = new Intl.DateTimeFormat("sv-SE", {
    ...{ timeZone, dateStyle: "short", timeStyle: "short" },
  }).format(instant);
  return written.replace(",", "");
}
