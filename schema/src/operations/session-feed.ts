import { graphql } from "../graphql.ts";
import { SessionProgressParts } from "./session-progress-parts.ts";

/** Everything that happens in a count from a cursor on. What a board keeps of a line comes with it. */
export const SessionFeed = graphql(
  `
    subscription SessionFeed($sessionId: ID!, $after: String, $atMostEveryMs: Int) {
      sessionFeed(sessionId: $sessionId, after: $after, atMostEveryMs: $atMostEveryMs) {
        __typename
        ... on SessionFrame {
          cursor
          isEveryLineChanged
          events {
            sequence
            kind
            happenedAt
            lineId
            externalId
            mode
            reason
            actor {
              id
              name
            }
          }
          lines {
            id
            version
            state
            quantityCounted
            quantityExpected
            quantityVariance
            isMovedDuringCount
            isTimeUncertain
            isDisputed
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
  [SessionProgressParts],
);
