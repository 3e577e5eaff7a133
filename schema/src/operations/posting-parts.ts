import { graphql } from "../graphql.ts";

/** A posting or a reversal as a list shows it. */
export const PostingParts = graphql(`
  fragment PostingParts on Posting {
    id
    kind
    postedAt
    postedBy {
      id
      name
    }
    reason
    lineCount
    adjustedCount
    reverses {
      id
      postedAt
    }
    reversals {
      id
      postedAt
      lineCount
    }
    totals {
      receipts
      issues
      takenBack
      unitsIn
      unitsOut
      withoutCost
      valueIn @include(if: $seesValue)
      valueOut @include(if: $seesValue)
      valueNet @include(if: $seesValue)
    }
  }
`);
