import { graphql } from "../graphql.ts";

export const ClaimLocation = graphql(`
  mutation ClaimLocation($input: ClaimLocationInput!) {
    claimLocation(input: $input) {
      __typename
      ... on ClaimLocationRejected {
        reason
        message
      }
    }
  }
`);
