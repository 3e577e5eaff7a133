import { graphql } from "../graphql.ts";
import { ApiKeyParts } from "./api-key-parts.ts";

export const ApiKeys = graphql(
  `
    query ApiKeys($first: Int!, $after: String) {
      apiKeys(first: $first, after: $after) {
        nodes {
          ...ApiKeyParts
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ApiKeyParts],
);
