import { graphql } from "../graphql.ts";
import { RefusedLineParts } from "./refused-line-parts.ts";

/** Takes a posting back with another, whole or by line. */
export const ReversePosting = graphql(
  `
    mutation ReversePosting($input: ReversePostingInput!) {
      reversePosting(input: $input) {
        __typename
        ... on PostingReversed {
          wasReversed
          posting {
            id
            lineCount
          }
        }
        ... on ReversePostingRejected {
          reason
          message
          refusedLines {
            ...RefusedLineParts
          }
        }
      }
    }
  `,
  [RefusedLineParts],
);
