import { graphql } from "../graphql.ts";
import { CountLineParts } from "./count-line-parts.ts";
import { SessionEventParts } from "./session-event-parts.ts";

/** What happened in a count before somebody looked. */
export const LastFrame = graphql(
  `
    query LastFrame($sessionId: ID!, $seesValue: Boolean!) {
      countSession(id: $sessionId) {
        id
        lastFrame {
          events {
            ...SessionEventParts
          }
          lines {
            ...CountLineParts
          }
        }
      }
    }
  `,
  [CountLineParts, SessionEventParts],
);
