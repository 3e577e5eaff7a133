import { graphql } from "../graphql.ts";

export const DismissObservation = graphql(`
  mutation DismissObservation($input: DismissObservationInput!) {
    dismissObservation(input: $input) {
      __typename
      ... on DismissObservationRejected {
        reason
        message
      }
    }
  }
`);
