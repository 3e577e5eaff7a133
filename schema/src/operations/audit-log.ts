import { graphql } from "../graphql.ts";

/** What was decided, the latest first. */
export const AuditLog = graphql(`
  query AuditLog($warehouseId: ID!, $filter: AuditFilter, $after: String) {
    auditLog(warehouseId: $warehouseId, filter: $filter, first: 100, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        sequence
        kind
        happenedAt
        hash
        body
        actor {
          id
          name
        }
      }
    }
  }
`);
