import { graphql } from "../graphql.ts";
import { ToleranceLimitsParts } from "./tolerance-limits-parts.ts";

/** The versions of a warehouse's tolerances, and the rules of one of them. */
export const ToleranceSet = graphql(
  `
    query ToleranceSet($warehouseId: ID!, $version: Int) {
      toleranceVersions(warehouseId: $warehouseId) {
        version
        savedAt
        ruleCount
        countsJudged
        savedBy {
          id
          name
        }
      }
      toleranceSet(warehouseId: $warehouseId, version: $version) {
        version
        rules {
          abcClass
          item {
            id
            sku
            description
          }
          location {
            id
            code
            name
          }
          limits {
            ...ToleranceLimitsParts
          }
        }
      }
    }
  `,
  [ToleranceLimitsParts],
);
