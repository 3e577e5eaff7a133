import { graphql } from "../graphql.ts";
import { ApiKeyParts } from "./api-key-parts.ts";

/** Keys of everybody, the newest first, for whoever manages people. */
export const AllApiKeys = graphql(
  `
    query AllApiKeys($first: Int!, $after: String) {
      apiKeys(first: $first, after: $after) {
        totalCount
        nodes {
          ...ApiKeyParts
          owner {
            id
            name
          }
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
