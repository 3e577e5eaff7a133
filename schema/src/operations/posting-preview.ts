import { graphql } from "../graphql.ts";
import { RefusedLineParts } from "./refused-line-parts.ts";

/** What a posting would do now, and everything that speaks against it. */
export const PostingPreview = graphql(
  `
    query PostingPreview($input: PostingPreviewInput!, $seesValue: Boolean!) {
      postingPreview(input: $input) {
        digest
        canBePosted
        lines
        matches
        receipts
        issues
        moves
        unitsIn
        unitsOut
        valueIn @include(if: $seesValue)
        valueOut @include(if: $seesValue)
        withoutCost
        notCounted
        movedDuringCount
        byReason {
          reasonCode
          reasonName
          lines
          unitsIn
          unitsOut
          valueIn @include(if: $seesValue)
          valueOut @include(if: $seesValue)
        }
        refusals {
          reason
          lines
        }
        refusedLines {
          ...RefusedLineParts
        }
      }
    }
  `,
  [RefusedLineParts],
);
