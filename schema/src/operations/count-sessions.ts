import { graphql } from "../graphql.ts";
import { CountSessionParts } from "./count-session-parts.ts";

export const CountSessions = graphql(
  `
    query CountSessions(
      $warehouseId: ID!
      $first: Int!
      $after: String
      $search: String
      $filter: CountSessionFilter
    ) {
      countSessions(
        warehouseId: $warehouseId
        first: $first
        after: $after
        search: $search
        filter: $filter
      ) {
        nodes {
          ...CountSessionParts
        }
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [CountSessionParts],
);
