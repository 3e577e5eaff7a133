import { graphql } from "../graphql.ts";
import { QuantParts } from "./quant-parts.ts";

export const Stock = graphql(
  `
    query Stock(
      $warehouseId: ID!
      $first: Int!
      $after: String
      $search: String
      $filter: QuantFilter
      $orderBy: QuantOrder
      $seesExpected: Boolean!
      $seesValue: Boolean!
    ) {
      quants(
        warehouseId: $warehouseId
        first: $first
        after: $after
        search: $search
        filter: $filter
        orderBy: $orderBy
      ) {
        nodes {
          ...QuantParts
        }
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [QuantParts],
);
