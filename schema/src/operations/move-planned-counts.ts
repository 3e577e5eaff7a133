import { graphql } from "../graphql.ts";

export const MovePlannedCounts = graphql(`
  mutation MovePlannedCounts($input: MovePlannedCountsInput!) {
    movePlannedCounts(input: $input) {
      __typename
      ... on PlannedCountsMoved {
        movedCount
      }
      ... on MovePlannedCountsRejected {
        reason
        message
      }
    }
  }
`);
