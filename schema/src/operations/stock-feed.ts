import { graphql } from "../graphql.ts";
import { StockMoveParts } from "./stock-move-parts.ts";

/** Every move of a warehouse from a cursor on, pushed as it is recorded. */
export const StockFeed = graphql(
  `
    subscription StockFeed(
      $warehouseId: ID!
      $after: String
      $seesExpected: Boolean!
      $seesValue: Boolean!
    ) {
      stockFeed(warehouseId: $warehouseId, after: $after) {
        cursor
        moves {
          ...StockMoveParts
        }
      }
    }
  `,
  [StockMoveParts],
);
