import { graphql } from "../graphql.ts";

/** Sums over the counts that a list finds. */
export const CountSessionTotals = graphql(`
  query CountSessionTotals(
    $warehouseId: ID
    $search: String
    $filter: CountSessionFilter
    $seesValue: Boolean!
  ) {
    countSessionTotals(warehouseId: $warehouseId, search: $search, filter: $filter) {
      sessions
      lines
      counted
      different
      valueVariance @include(if: $seesValue)
      valueVarianceGross @include(if: $seesValue)
      byStatus {
        status
        sessions
      }
    }
  }
`);
