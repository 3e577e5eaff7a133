import { graphql } from "../graphql.ts";
import { ReportParts } from "./report-parts.ts";

/** What the history of counts shows at one look. */
export const ReportHistory = graphql(
  `
    query ReportHistory($warehouseId: ID!, $filter: ReportFilterInput) {
      months: report(warehouseId: $warehouseId, code: HISTORY, filter: $filter, limit: 60) {
        ...ReportParts
      }
      causes: report(warehouseId: $warehouseId, code: CAUSES, filter: $filter, limit: 8) {
        ...ReportParts
      }
      places: report(warehouseId: $warehouseId, code: PLACES, filter: $filter, limit: 8) {
        ...ReportParts
      }
      categories: report(warehouseId: $warehouseId, code: CATEGORIES, filter: $filter, limit: 8) {
        ...ReportParts
      }
      frequency: report(warehouseId: $warehouseId, code: FREQUENCY, filter: $filter, limit: 4) {
        ...ReportParts
      }
      coverage: report(warehouseId: $warehouseId, code: COVERAGE, limit: 6) {
        ...ReportParts
      }
    }
  `,
  [ReportParts],
);
