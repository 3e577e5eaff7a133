import { graphql } from "../graphql.ts";

/** What happened in a count, as a board tells it. */
export const SessionEventParts = graphql(`
  fragment SessionEventParts on SessionEvent {
    sequence
    kind
    happenedAt
    lineId
    mode
    reason
    actor {
      id
      name
    }
  }
`);
