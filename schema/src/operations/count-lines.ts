import { graphql } from "../graphql.ts";
import { CountLineParts } from "./count-line-parts.ts";
import { CountLineReview } from "./count-line-review.ts";

/** A part of a count's lines by its offset. */
export const CountLines = graphql(
  `
    query CountLines(
      $sessionId: ID!
      $offset: Int!
      $limit: Int!
      $query: CountLineQuery
      $seesValue: Boolean!
      $seesReview: Boolean = false
      $seesVerdict: Boolean = false
      $seesPieces: Boolean = false
    ) {
      countSession(id: $sessionId) {
        lineWindow(offset: $offset, limit: $limit, query: $query) {
          ...CountLineParts
          ...CountLineReview
        }
      }
    }
  `,
  [CountLineParts, CountLineReview],
);
