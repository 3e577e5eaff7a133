import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import type { Plan } from "@tallyroom/schema/operations/plan.ts";
import type { PlanOverview } from "@tallyroom/schema/operations/plan-overview.ts";
import { formatDate } from "#lib/shared/text/moment.ts";

export type PlanAnswer = ResultOf<typeof Plan>["plan"];
export type Schedule = PlanAnswer["schedules"][number];
export type Policy = PlanAnswer["policy"];
export type OverviewAnswer = ResultOf<typeof PlanOverview>["plan"];
export type CalendarDay = OverviewAnswer["calendar"][number];
export type OverduePlace = OverviewAnswer["overdue"][number];
export type Cadence = Schedule["cadence"];
export type Choice = Schedule["choice"];
export type Trigger = Policy["triggers"][number];

const cadences: Record<Cadence, string> = {
  DAILY: "daily",
  WEEKLY: "weekly",
  MONTHLY: "monthly",
  QUARTERLY: "quarterly",
  YEARLY: "yearly",
  EVERY_N_DAYS: "every so many days",
};

export const cadenceChoices = Object.entries(cadences).map(([value, label]) => ({
  value: value as Cadence,
  label,
}));

export function cadenceWords({ cadence, cadenceDays }: Pick<Schedule, "cadence" | "cadenceDays">) {
  return cadence === "EVERY_N_DAYS" ? `${cadenceDays ?? "?"} days` : cadences[cadence];
}

export const choiceWords: Record<Choice, string> = {
  PLACES: "all of it, place by place",
  RANDOM: "a random sample",
  FAST_MOVERS: "what moved most",
  SLOW_MOVERS: "what moved least",
  HIGH_VALUE: "what is worth most",
  LOW_VALUE: "what is worth little",
};

export const choices = Object.entries(choiceWords).map(([value, label]) => ({
  value: value as Choice,
  label,
}));

/** What a schedule covers, beside its name. */
export function scopeWords({ choice, scope }: Pick<Schedule, "choice" | "scope">): string {
  const { abcClass, category, supplier, items, locations, lotsToCount } = scope;
  const parts = [
    choice === "PLACES" ? "" : `${lotsToCount ?? 50} lots: ${choiceWords[choice]}`,
    abcClass ? `class ${abcClass}` : "",
    locations.map(({ code }) => code).join(", "),
    category?.name ?? "",
    supplier?.name ?? "",
    items.length > 0 ? `${items.length} ${items.length === 1 ? "item" : "items"}` : "",
  ].filter(Boolean);
  return parts.join(" · ") || "the whole warehouse";
}

export const triggerWords: Record<Trigger, { name: string; about: string }> = {
  BIN_EMPTIED: { name: "A bin is emptied", about: "the books say nothing is left" },
  BIN_NEGATIVE: { name: "A bin is negative", about: "the books say less than nothing" },
  SHORT_PICK: { name: "A short pick", about: "an issue with the reason short_pick" },
  AFTER_VARIANCE: { name: "A posted variance", about: "to see whether it stays away" },
  ACCURACY_BELOW: { name: "Low accuracy", about: "below the limit in the last count" },
};

export const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** "25 Nov", and with the year where it is not this one. */
export function shortDay(day: string, today: string): string {
  const full = formatDate(day);
  return day.slice(0, 4) === today.slice(0, 4) ? full.replace(/ \d{4}$/u, "") : full;
}

export function linesWords(lines: number): string {
  return `${lines} ${lines === 1 ? "line" : "lines"}`;
}

export function countsWords(counts: number): string {
  return `${counts} ${counts === 1 ? "count" : "counts"}`;
}

/** Why a late place has not been counted; the number of that count follows, where there is one. */
export function whyLate({ heldBy, lastMade, countedOn }: OverduePlace): string {
  if (heldBy) return heldBy.status === "DRAFT" ? "in draft" : "now in";
  if (lastMade?.status === "CANCELLED") return "called off:";
  if (lastMade) return "left from";
  return countedOn === null ? "never counted" : "not made yet";
}
