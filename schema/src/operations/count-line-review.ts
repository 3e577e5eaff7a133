import { graphql } from "../graphql.ts";

/** What was judged and said of a line that differs: for those who may see what is expected. */
export const CountLineReview = graphql(`
  fragment CountLineReview on CountLine {
    round @include(if: $seesReview)
    recountStatus @include(if: $seesReview)
    approval @include(if: $seesReview) {
      state
    }
    posting @include(if: $seesReview) {
      id
    }
    investigation @include(if: $seesReview) {
      revision
      reasonCode
      notes
      fix
    }
    pieces @include(if: $seesPieces) {
      serial
      state
      secondSerial
    }
    toleranceVerdict @include(if: $seesVerdict) {
      isWithin
      breaches {
        limit
        side
        allowed
        found
        isCostUnknown
      }
    }
  }
`);
