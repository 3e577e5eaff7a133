import { graphql } from "../graphql.ts";
import { LineInShort } from "./line-in-short.ts";

/** What approving would mean now, for whoever asks. */
export const ApprovalPreview = graphql(
  `
    query ApprovalPreview($input: ApprovalPreviewInput!, $seesValue: Boolean!) {
      approvalPreview(input: $input) {
        numbersDigest
        canApprove
        lines
        ownCounts
        withoutCost
        valueNet @include(if: $seesValue)
        valueGross @include(if: $seesValue)
        valueApproved @include(if: $seesValue)
        valueAtMost @include(if: $seesValue)
        refusals {
          reason
          lines
        }
        refusedLines {
          reasons
          messages
          line {
            ...LineInShort
          }
        }
      }
    }
  `,
  [LineInShort],
);
