import { graphql } from "../graphql.ts";

/** Whose part of the work is which. */
export const WorkShares = graphql(`
  query WorkShares($sessionId: ID!) {
    countSession(id: $sessionId) {
      id
      workShares {
        locations
        user {
          id
          name
        }
      }
    }
  }
`);
