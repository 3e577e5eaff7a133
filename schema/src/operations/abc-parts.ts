import { graphql } from "../graphql.ts";

export const AbcRunParts = graphql(`
  fragment AbcRunParts on AbcRun {
    id
    madeAt
    usedSince
    itemCount
    valueUsed @include(if: $seesValue)
    appliedAt
    thresholds {
      shareA
      shareB
      days
      liftFromMoves
    }
    madeBy {
      id
      name
    }
    appliedBy {
      id
      name
    }
    classes {
      abcClass
      items
      changed
      valueUsed @include(if: $seesValue)
    }
  }
`);
