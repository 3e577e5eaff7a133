import { graphql } from "../graphql.ts";
import { JobParts } from "./job-parts.ts";

/** Writes what was previewed to stock: all of it or nothing. */
export const PostSession = graphql(
  `
    mutation PostSession($input: PostSessionInput!) {
      postSession(input: $input) {
        __typename
        ... on SessionPosted {
          wasPosted
          posting {
            id
            lineCount
            adjustedCount
          }
        }
        ... on PostingAskedFor {
          job {
            ...JobParts
          }
        }
        ... on PostSessionRejected {
          reason
          message
        }
      }
    }
  `,
  [JobParts],
);
