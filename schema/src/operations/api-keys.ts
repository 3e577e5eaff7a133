import { graphql } from "../graphql.ts";
import { ApiKeyParts } from "./api-key-parts.ts";

/** The keys of the person who asks. */
export const ApiKeys = graphql(
  `
    query ApiKeys($first: Int!, $after: String) {
      apiKeys(first: $first, after: $after, onlyOwn: true) {
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
