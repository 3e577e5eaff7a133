import type { RawBuilder } from "kysely";
import type { ReportCode } from "../domain/report-code.ts";
import type { ReportFilter } from "../domain/report-filter.ts";
import type { ReportColumn } from "../domain/report-table.ts";
import { adjustments } from "./adjustments-report.ts";
import { causes, causesByMonth } from "./causes-report.ts";
import { counters } from "./counters-report.ts";
import { coverage, coverageByDay } from "./coverage-report.ts";
import { counts } from "./counts-report.ts";
import { differences, discrepancies, review } from "./lines-report.ts";
import { expiry, expiryByMonth } from "./expiry-report.ts";
import { frequency } from "./frequency-report.ts";
import { history } from "./history-report.ts";
import { categories, items, places } from "./problems-report.ts";
import { serials } from "./serials-report.ts";

export interface Asked {
  filter: ReportFilter;
  now: Date;
  seesCost: boolean;
}

/** How a report is read: one select whose columns are called as the report's columns are. */
export interface ReportSource {
  columns: readonly ReportColumn[];
  select: (asked: Asked) => RawBuilder<unknown>;
  /** By the select's columns, down to one row. */
  order: (asked: Asked) => RawBuilder<unknown>;
}

export const reportSources: Record<ReportCode, ReportSource> = {
  REVIEW: review,
  DIFFERENCES: differences,
  HISTORY: history,
  COUNTS: counts,
  EXPIRY: expiry,
  EXPIRY_BY_MONTH: expiryByMonth,
  SERIALS: serials,
  ADJUSTMENTS: adjustments,
  COUNTERS: counters,
  CAUSES: causes,
  CAUSES_BY_MONTH: causesByMonth,
  DISCREPANCIES: discrepancies,
  PLACES: places,
  ITEMS: items,
  CATEGORIES: categories,
  FREQUENCY: frequency,
  COVERAGE: coverage,
  COVERAGE_BY_DAY: coverageByDay,
};
