import { graphql } from "../graphql.ts";

export const CountLineTotals = graphql(`
  query CountLineTotals($sessionId: ID!, $query: CountLineQuery, $seesValue: Boolean!) {
    countSession(id: $sessionId) {
      totals(query: $query) {
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
`);
