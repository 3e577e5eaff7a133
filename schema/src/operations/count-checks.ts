import { graphql } from "../graphql.ts";

/** What somebody who posts wants to know of a count: how many lines are far off, and who said yes. */
export const CountChecks = graphql(`
  query CountChecks($sessionId: ID!, $farOff: CountLineQuery!, $chosen: CountLineQuery!) {
    countSession(id: $sessionId) {
      id
      totals(query: $farOff) {
        lines
      }
      lineWindow(offset: 0, limit: 200, query: $chosen) {
        id
        approval {
          state
          at
          by {
            id
            name
          }
        }
      }
      approval {
        isRequired
        isSinglePerson
        waiting
        approved
        lost
        rejected
      }
    }
  }
`);
