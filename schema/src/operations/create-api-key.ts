import { graphql } from "../graphql.ts";
import { ApiKeyParts } from "./api-key-parts.ts";

export const CreateApiKey = graphql(
  `
    mutation CreateApiKey($input: CreateApiKeyInput!) {
      createApiKey(input: $input) {
        __typename
        ... on ApiKeyCreated {
          apiKey {
            ...ApiKeyParts
          }
          secret
        }
        ... on CreateApiKeyRejected {
          reason
          message
        }
      }
    }
  `,
  [ApiKeyParts],
);
