import type { ReportCode } from "./report-question.svelte.ts";

const inTime: Partial<Record<ReportCode, string>> = {
  COUNTS: "Counts appear here as they are planned.",
  ADJUSTMENTS: "Adjustments appear here as counts are posted.",
  DISCREPANCIES: "Lines appear here as somebody says why they differ.",
  EXPIRY: "Lots appear here as they are counted.",
  EXPIRY_BY_MONTH: "Lots that expire appear here as they are counted.",
  SERIALS: "Pieces appear here as they are counted.",
  COVERAGE: "Schedules appear here once the plan has some.",
};

/** What there would be, for a report that has nothing though nothing narrows it. */
export const whenEmpty = (code: ReportCode): string =>
  inTime[code] ?? "Lines appear here as they are counted.";
