import type { ReportChoice, ReportCode } from "./report-question.svelte.ts";

type Kind = ReportChoice["reports"][number];

export interface ReportGroup {
  name: string;
  reports: readonly Kind[];
}

const names = {
  COUNTS: "Counts and their lines",
  ACCURACY: "How right the books are",
  CAUSES: "Why lines differ",
  PROBLEMS: "Where lines differ",
  LOTS: "Lots and pieces",
  SCHEDULES: "Schedules",
} as const;

/** Under which heading each is looked for; one that is new does not compile without. */
const groupOf: Record<ReportCode, keyof typeof names> = {
  REVIEW: "COUNTS",
  DIFFERENCES: "COUNTS",
  COUNTS: "COUNTS",
  ADJUSTMENTS: "COUNTS",
  HISTORY: "ACCURACY",
  COUNTERS: "ACCURACY",
  FREQUENCY: "ACCURACY",
  CAUSES: "CAUSES",
  CAUSES_BY_MONTH: "CAUSES",
  DISCREPANCIES: "CAUSES",
  PLACES: "PROBLEMS",
  ITEMS: "PROBLEMS",
  CATEGORIES: "PROBLEMS",
  EXPIRY: "LOTS",
  EXPIRY_BY_MONTH: "LOTS",
  SERIALS: "LOTS",
  COVERAGE: "SCHEDULES",
  COVERAGE_BY_DAY: "SCHEDULES",
};

/** All reports under their headings, in the order in which they came. */
export function reportGroups(reports: readonly Kind[]): ReportGroup[] {
  return Object.entries(names).flatMap(([group, name]) => {
    const own = reports.filter(({ code }) => groupOf[code] === group);
    return own.length > 0 ? [{ name, reports: own }] : [];
  });
}
