import { graphql } from "../graphql.ts";

export const MatchObservation = graphql(`
  mutation MatchObservation($input: MatchObservationInput!) {
    matchObservation(input: $input) {
      __typename
      ... on MatchObservationRejected {
        reason
        message
      }
    }
  }
`);
