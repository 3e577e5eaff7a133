const form =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[T ](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.\d+)?)?(?<zone>Z|[+-]\d\d:?\d\d)?)?$/u;

/**
 * What was written down, as the clock on the site's wall shows it unless it names a zone; a day alone is
 * its noon. Days in other orders mean different days to different people, and are not guessed at.
 */
export function parseInstant(text: string, timeZone: string): Date | null {
  const parts = form.exec(text.trim())?.groups;
  if (!parts || parseDay(text.trim().slice(0, 10)) === null) return null;
  const { year, month, day, hour = "12", minute = "00", second = "00", zone } = parts;
  const wall = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const asIfUtc = new Date(`${wall}Z`);
  if (Number.isNaN(asIfUtc.valueOf())) return null;
  if (zone) return new Date(`${wall}${zone.replace(/^([+-]\d\d):?(\d\d)$/u, "$1:$2")}`);
  return new Date(asIfUtc.valueOf() - offsetAt(asIfUtc, timeZone));
}

/** A day that the calendar has, as it was written. */
export function parseDay(text: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(day.valueOf())) return null;
  return day.toISOString().startsWith(text) ? text : null;
}

/** How far the site's clock is ahead of UTC around then, in milliseconds. */
function offsetAt(instant: Date, timeZone: string): number {
  const shown = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(instant);
  return new Date(`${shown.replace(" ", "T")}Z`).valueOf() - instant.valueOf();
}
