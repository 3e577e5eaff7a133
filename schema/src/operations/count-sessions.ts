import { graphql } from "../graphql.ts";
import { CountFiguresParts } from "./count-figures.ts";
import { CountSessionParts } from "./count-session-parts.ts";

export const CountSessions = graphql(
  `
    query CountSessions(
      $warehouseId: ID
      $first: Int!
      $after: String
      $search: String
      $filter: CountSessionFilter
      $seesExpected: Boolean = false
      $seesValue: Boolean = false
    ) {
      countSessions(
        warehouseId: $warehouseId
        first: $first
        after: $after
        search: $search
        filter: $filter
      ) {
        nodes {
          warehouse {
            id
          }
          ...CountSessionParts
          ...CountFiguresParts
        }
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [CountSessionParts, CountFiguresParts],
);
