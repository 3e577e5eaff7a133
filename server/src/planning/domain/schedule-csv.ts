import { csvOf } from "../../shared/csv.ts";
import { cadenceWords, dueAfter, type Cadence } from "./cadence.ts";
import { laterOf, type Day } from "./day.ts";
import { onOrAfter, type WorkCalendar } from "./work-calendar.ts";

export interface ScheduleCsvRow {
  location: string;
  name: string;
  schedule: string;
  cadence: Cadence;
  lines: number;
  countedOn: Day | null;
  /** By the plan, where it was never counted. */
  dueOn: Day;
  owner: string | null;
}

const columns = [
  ...["Location", "Name", "Schedule", "Cadence", "Lines", "Last count date", "Next count date"],
  "Owner",
];

/** The date is worked out from cadence and last count, and falls on a day of work. */
export function nextCountDate(
  { cadence, countedOn, dueOn }: Pick<ScheduleCsvRow, "cadence" | "countedOn" | "dueOn">,
  calendar: WorkCalendar,
): Day {
  const due = countedOn === null ? dueOn : laterOf(dueAfter(cadence, countedOn), dueOn);
  return onOrAfter(calendar, due);
}

export function scheduleCsv(rows: readonly ScheduleCsvRow[], calendar: WorkCalendar): string {
  return csvOf(
    columns,
    rows.map((row) => ({
      ...{ Location: row.location, Name: row.name, Schedule: row.schedule, Lines: row.lines },
      Cadence: cadenceWords(row.cadence),
      "Last count date": row.countedOn,
      "Next count date": nextCountDate(row, calendar),
      Owner: row.owner,
    })),
  );
}
