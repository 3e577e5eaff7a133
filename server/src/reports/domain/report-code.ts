import type { FilterName } from "./report-filter.ts";

export const reportCodes = [
  "REVIEW",
  "DIFFERENCES",
  "HISTORY",
  "COUNTS",
  "EXPIRY",
  "EXPIRY_BY_MONTH",
  "SERIALS",
  "ADJUSTMENTS",
  "COUNTERS",
  "CAUSES",
  "CAUSES_BY_MONTH",
  "DISCREPANCIES",
  "PLACES",
  "ITEMS",
  "CATEGORIES",
  "FREQUENCY",
  "COVERAGE",
  "COVERAGE_BY_DAY",
] as const;
export type ReportCode = (typeof reportCodes)[number];

export interface ReportKind {
  /** Under which migrating users know it. */
  number: string | null;
  title: string;
  /** What is in it, in a sentence. */
  about: string;
  /** How its figures are made, one formula a sentence. */
  formulas: readonly string[];
  filters: readonly FilterName[];
}

const every: readonly FilterName[] = ["DATES", "SESSION", "ITEM", "LOCATION", "CATEGORY"];
const ira =
  "Accuracy: lines within their tolerance ÷ lines counted, on the first round. Lines that nobody counted are left out.";
const gross = "Gross: short and over added, never offset.";
const frozen = "Values are at the cost that was frozen when the count began.";

export const reportKinds: Record<ReportCode, ReportKind> = {
  REVIEW: {
    number: "146",
    title: "Cycle Count Review",
    about: "What was expected and what was counted, line by line, before it is posted.",
    formulas: ["Variance: counted − expected at the instant it was counted.", frozen],
    filters: every,
  },
  DIFFERENCES: {
    number: "158",
    title: "Cycle Count Differences",
    about: "Only lines that differ, with what they are worth.",
    formulas: ["Percent: variance ÷ expected; of nothing expected there is none.", gross, frozen],
    filters: every,
  },
  HISTORY: {
    number: "213",
    title: "Cycle Count History",
    about: "Posted counts month by month. What was taken back is left out.",
    formulas: [
      ira,
      "Unit accuracy: 1 − units off ÷ units expected.",
      "Value accuracy: 1 − value off ÷ value expected.",
      gross,
      frozen,
    ],
    filters: every,
  },
  COUNTS: {
    number: "253",
    title: "Cycle Count List",
    about: "All counts with how far they are and what they come to.",
    formulas: [ira, gross],
    filters: every,
  },
  EXPIRY: {
    number: null,
    title: "Counts by expiry date",
    about: "What was counted of each lot, those first that expire first.",
    formulas: ["Days left: from today, by the calendar of the site."],
    filters: every,
  },
  EXPIRY_BY_MONTH: {
    number: null,
    title: "Expiry by month",
    about: "What was found of lots when they were counted last, by the month in which they expire.",
    formulas: ["Worth: what was found × its cost.", frozen],
    filters: every,
  },
  SERIALS: {
    number: null,
    title: "Counts by serial and supplier",
    about: "Each piece that was expected or found.",
    formulas: ["The supplier is the preferred one of the item."],
    filters: every,
  },
  ADJUSTMENTS: {
    number: null,
    title: "Adjustments",
    about: "What postings changed in the books, and what was taken back.",
    formulas: ["Change: the variance at the line's own instant, on whatever was on hand.", frozen],
    filters: every,
  },
  COUNTERS: {
    number: null,
    title: "Counter accuracy",
    about: "The first count of each person against what stood in the end.",
    formulas: [
      "First count right: lines whose first count is the one that stands ÷ lines counted.",
      "Units off: first count − the one that stands, without signs.",
    ],
    filters: every,
  },
  CAUSES: {
    number: null,
    title: "Causes",
    about: "Why lines differed: the few causes that make the most of it come first.",
    formulas: ["Adds to: its share and those of all before it.", gross, frozen],
    filters: every,
  },
  CAUSES_BY_MONTH: {
    number: null,
    title: "Causes by month",
    about: "What was found to be the cause, and what was done about it, as the months went by.",
    formulas: ["The last that was recorded of a line is what counts.", gross, frozen],
    filters: every,
  },
  DISCREPANCIES: {
    number: null,
    title: "Recorded discrepancies",
    about: "Lines that differ and were looked into: the cause, the fix, the notes, who and when.",
    formulas: ["The last that was recorded of a line is what counts.", frozen],
    filters: every,
  },
  PLACES: {
    number: null,
    title: "Problem places",
    about: "Aisle by aisle, those first where the most is off.",
    formulas: [ira, gross],
    filters: every,
  },
  ITEMS: {
    number: null,
    title: "Problem items",
    about: "Item by item, those first where the most is off.",
    formulas: [ira, gross],
    filters: every,
  },
  CATEGORIES: {
    number: null,
    title: "Problem categories",
    about: "Category by category, those first where the most is off.",
    formulas: [ira, gross],
    filters: every,
  },
  FREQUENCY: {
    number: null,
    title: "Frequency effect",
    about: "How right the books are by how long ago a place was counted before.",
    formulas: [ira, "Days: between this count of an item in a place and the one before it."],
    filters: every,
  },
  COVERAGE: {
    number: null,
    title: "Schedule coverage",
    about: "Of each schedule, which of its places were counted within their cadence.",
    formulas: [
      "Coverage: places whose last complete count is no longer ago than the cadence ÷ places of the schedule.",
      "A schedule that chooses its lots counts as one place.",
    ],
    filters: [],
  },
  COVERAGE_BY_DAY: {
    number: null,
    title: "Coverage by day",
    about: "How much of what is scheduled now stood within its cadence at the end of each day.",
    formulas: [
      "Coverage: places that had been counted whole within their cadence ÷ places of all schedules.",
      "Without dates, the last 91 days; at most 400.",
    ],
    filters: ["DATES"],
  },
};
