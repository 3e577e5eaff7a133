import { graphql } from "../graphql.ts";
import { StockMoveParts } from "./stock-move-parts.ts";

export const ItemLedger = graphql(
  `
    query ItemLedger(
      $warehouseId: ID!
      $first: Int!
      $after: String
      $filter: StockMoveFilter!
      $seesExpected: Boolean!
      $seesValue: Boolean!
    ) {
      stockMoves(
        warehouseId: $warehouseId
        first: $first
        after: $after
        filter: $filter
        orderBy: { field: SEQUENCE, direction: DESC }
      ) {
        nodes {
          ...StockMoveParts
        }
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [StockMoveParts],
);
