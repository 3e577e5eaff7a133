import { graphql } from "../graphql.ts";
import { JobParts } from "./job-parts.ts";

/** The long tasks of a warehouse, the latest first. */
export const Jobs = graphql(
  `
    query Jobs($warehouseId: ID!, $first: Int!, $after: String) {
      jobs(warehouseId: $warehouseId, first: $first, after: $after) {
        nodes {
          ...JobParts
          endedAt
          askedBy {
            id
            name
          }
          session {
            id
            number
          }
        }
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [JobParts],
);
