import { graphql } from "../graphql.ts";

/** Who counts in a count, and who could. */
export const CrewChoices = graphql(`
  query CrewChoices($warehouseId: ID!, $sessionId: ID!) {
    possibleCounters(warehouseId: $warehouseId) {
      id
      name
    }
    countSession(id: $sessionId) {
      assignees {
        id
        name
      }
      workShares {
        locations
        notVisited
        user {
          id
          name
        }
      }
    }
  }
`);
