import { graphql } from "../graphql.ts";

/** Decisions of a warehouse, or of the company without one, the latest first. */
export const AuditEntries = graphql(`
  query AuditEntries($warehouseId: ID, $filter: AuditFilter, $first: Int!, $after: String) {
    auditLog(warehouseId: $warehouseId, filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        sequence
        kind
        subject
        happenedAt
        hash
        body
        actor {
          id
          name
        }
        session {
          id
          number
          title
        }
      }
    }
  }
`);
