import { graphql } from "../graphql.ts";

/** Sums of a count's lines by what they share. */
export const LineGroups = graphql(`
  query LineGroups(
    $sessionId: ID!
    $by: CountLineGrouping!
    $query: CountLineQuery
    $first: Int!
    $seesValue: Boolean!
  ) {
    countSession(id: $sessionId) {
      lineGroups(by: $by, query: $query, first: $first) {
        location {
          id
          code
          name
        }
        item {
          id
          sku
          description
        }
        category {
          id
          name
        }
        reasonCode
        totals {
          lines
          counted
          quantityCounted
          quantityExpected
          quantityVariance
          quantityVarianceGross
          valueVariance @include(if: $seesValue)
          valueVarianceGross @include(if: $seesValue)
          withoutCost
        }
      }
    }
  }
`);
