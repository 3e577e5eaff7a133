import { addDays, addMonths, daysBetween, type Day } from "./day.ts";

export const cadenceKinds = [
  "DAILY",
  "WEEKLY",
  "MONTHLY",
  "QUARTERLY",
  "YEARLY",
  "EVERY_N_DAYS",
] as const;
export type CadenceKind = (typeof cadenceKinds)[number];

/** How often something is counted. */
export interface Cadence {
  kind: CadenceKind;
  /** For EVERY_N_DAYS alone. */
  days: number | null;
}

/** From the day on which it was last counted, whenever that had been due. */
export function dueAfter({ kind, days }: Cadence, countedOn: Day): Day {
  switch (kind) {
    case "DAILY":
      return addDays(countedOn, 1);
    case "WEEKLY":
      return addDays(countedOn, 7);
    case "MONTHLY":
      return addMonths(countedOn, 1);
    case "QUARTERLY":
      return addMonths(countedOn, 3);
    case "YEARLY":
      return addMonths(countedOn, 12);
    case "EVERY_N_DAYS":
      return addDays(countedOn, days ?? 1);
    default:
      return kind satisfies never;
  }
}

/** How long one round takes, for spreading the first of them. */
export function roundDays(cadence: Cadence, from: Day): number {
  return daysBetween(from, dueAfter(cadence, from));
}

export function cadenceWords({ kind, days }: Cadence): string {
  if (kind === "EVERY_N_DAYS") return `every ${days ?? 1} days`;
  return kind.toLowerCase();
}
