import { graphql } from "../graphql.ts";
import { SessionProgressParts } from "./session-progress-parts.ts";
import { CountLineParts } from "./count-line-parts.ts";
import { CountLineReview } from "./count-line-review.ts";
import { SessionEventParts } from "./session-event-parts.ts";

/** Everything that happens in a count, with its lines as a board shows them. */
export const BoardFeed = graphql(
  `
    subscription BoardFeed(
      $sessionId: ID!
      $after: String
      $atMostEveryMs: Int
      $seesValue: Boolean!
      $seesReview: Boolean = false
      $seesVerdict: Boolean = false
      $seesPieces: Boolean = false
    ) {
      sessionFeed(sessionId: $sessionId, after: $after, atMostEveryMs: $atMostEveryMs) {
        __typename
        ... on SessionFrame {
          cursor
          isEveryLineChanged
          events {
            ...SessionEventParts
          }
          lines {
            ...CountLineParts
            ...CountLineReview
          }
          progress {
            ...SessionProgressParts
          }
        }
        ... on ResyncRequired {
          reason
        }
      }
    }
  `,
  [CountLineParts, CountLineReview, SessionEventParts, SessionProgressParts],
);
