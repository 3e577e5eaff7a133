import { graphql } from "../graphql.ts";

export const CloseOffLocation = graphql(`
  mutation CloseOffLocation($input: CloseOffLocationInput!) {
    closeOffLocation(input: $input) {
      __typename
      ... on CloseOffLocationRejected {
        reason
        message
      }
    }
  }
`);
