import type { VariablesOf } from "@tallyroom/schema/graphql.ts";
import type { SaveSchedule } from "@tallyroom/schema/operations/save-schedule.ts";
import type { CountType } from "./count-session.ts";

type Input = VariablesOf<typeof SaveSchedule>["input"];
export type Repeat = "NEVER" | "DAILY" | "WEEKLY" | "MONTHLY" | "QUARTERLY" | "YEARLY";

export const repeatChoices: readonly { value: Repeat; label: string }[] = [
  { value: "NEVER", label: "does not repeat" },
  { value: "DAILY", label: "each work day" },
  { value: "WEEKLY", label: "weekly" },
  { value: "MONTHLY", label: "monthly" },
  { value: "QUARTERLY", label: "quarterly" },
  { value: "YEARLY", label: "yearly" },
];

const days = { DAILY: 1, WEEKLY: 7, MONTHLY: 30, QUARTERLY: 91, YEARLY: 365 } as const;
const dayMs = 86_400_000;

/** From when on the plan makes it: one round after today, by the clock of the site. */
export function firstRepeat(
  repeat: Exclude<Repeat, "NEVER">,
  timeZone: string,
  now = Date.now(),
): string {
  const at = new Date(now + days[repeat] * dayMs);
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(at);
}

/** What is due by its class is planned place by place; the plan has other types as they are. */
export function repeatedChoice(countType: CountType): NonNullable<Input["choice"]> {
  switch (countType) {
    case "FAST_MOVERS":
    case "SLOW_MOVERS":
    case "LOW_VALUE":
    case "HIGH_VALUE":
    case "RANDOM":
      return countType;
    case "FULL":
    case "LOCATIONS":
    case "ITEMS":
    case "SUPPLIER":
    case "CATEGORY":
    case "ABC":
      return "PLACES";
  }
}
