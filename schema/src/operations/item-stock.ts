import { graphql } from "../graphql.ts";
import { QuantParts } from "./quant-parts.ts";

/** Where one item lies in one warehouse. */
export const ItemStock = graphql(
  `
    query ItemStock(
      $id: ID!
      $warehouseId: ID!
      $first: Int!
      $after: String
      $seesExpected: Boolean!
      $seesValue: Boolean!
    ) {
      item(id: $id) {
        id
        quantityOnHand(warehouseId: $warehouseId) @include(if: $seesExpected)
        quants(warehouseId: $warehouseId, first: $first, after: $after) {
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
    }
  `,
  [QuantParts],
);
