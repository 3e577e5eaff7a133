import { graphql } from "../graphql.ts";

export const RevokeSession = graphql(`
  mutation RevokeSession($input: RevokeSessionInput!) {
    revokeSession(input: $input) {
      __typename
      ... on SessionRevoked {
        sessionId
      }
    }
  }
`);
