import { graphql } from "../graphql.ts";

export const RevokeApiKey = graphql(`
  mutation RevokeApiKey($input: RevokeApiKeyInput!) {
    revokeApiKey(input: $input) {
      __typename
      ... on ApiKeyRevoked {
        apiKey {
          id
          revokedAt
        }
      }
    }
  }
`);
