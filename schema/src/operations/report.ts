import { graphql } from "../graphql.ts";
import { ReportParts } from "./report-parts.ts";

export const Report = graphql(
  `
    query Report(
      $warehouseId: ID!
      $code: ReportCode!
      $filter: ReportFilterInput
      $offset: Int!
      $limit: Int!
    ) {
      report(
        warehouseId: $warehouseId
        code: $code
        filter: $filter
        offset: $offset
        limit: $limit
      ) {
        ...ReportParts
      }
    }
  `,
  [ReportParts],
);
