import { graphql } from "../graphql.ts";
import { PostingParts } from "./posting-parts.ts";

/** The postings and reversals of a count, the latest first. */
export const Postings = graphql(
  `
    query Postings($sessionId: ID!, $after: String, $seesValue: Boolean!) {
      countSession(id: $sessionId) {
        postings(first: 50, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...PostingParts
          }
        }
      }
    }
  `,
  [PostingParts],
);
