import { graphql } from "../graphql.ts";

/** A line of a count as a board shows it. What the books say is null to those for whom it is blind. */
export const CountLineParts = graphql(`
  fragment CountLineParts on CountLine {
    id
    version
    lineNumber
    origin
    item {
      id
      sku
      description
      unit {
        code
        decimals
      }
    }
    location {
      id
      code
    }
    lot {
      id
      code
      expiresOn
    }
    state
    quantityCounted
    quantitySnapshot
    quantityExpected
    quantityVariance
    percentVariance
    valueVariance @include(if: $seesValue)
    isMovedDuringCount
    isTimeUncertain
    isDisputed
    counters {
      id
      name
    }
  }
`);
