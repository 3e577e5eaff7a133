import { graphql } from "../graphql.ts";
import { UserParts } from "./user-parts.ts";

export const Users = graphql(
  `
    query Users($first: Int!, $after: String, $search: String) {
      users(first: $first, after: $after, search: $search) {
        nodes {
          ...UserParts
        }
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [UserParts],
);
