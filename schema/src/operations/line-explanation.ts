import { graphql } from "../graphql.ts";

/** Why a line has the variance it has, step by step. */
export const LineExplanation = graphql(`
  query LineExplanation($lineId: ID!, $seesExpected: Boolean!) {
    node(id: $lineId) {
      __typename
      ... on CountLine {
        id
        version
        quantitySnapshot
        windowFirstAt
        windowLastAt
        probableUnitSlip {
          unitCode
          packs
        }
        explanation {
          kind
          at
          quantity
          quantityExpected
          quantityVariance
          reference
          bearing
          isInsideWindow
          isLate
          isWritten
        }
        independentCounts @include(if: $seesExpected) {
          counters {
            id
            name
          }
          quantity
          countedAt
          stands
        }
      }
    }
  }
`);
