import { graphql } from "../graphql.ts";

export const UpdateCountSession = graphql(`
  mutation UpdateCountSession($input: UpdateCountSessionInput!) {
    updateCountSession(input: $input) {
      __typename
      ... on UpdateCountSessionRejected {
        reason
        message
      }
    }
  }
`);
