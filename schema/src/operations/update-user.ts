import { graphql } from "../graphql.ts";
import { UserParts } from "./user-parts.ts";

export const UpdateUser = graphql(
  `
    mutation UpdateUser($input: UpdateUserInput!) {
      updateUser(input: $input) {
        __typename
        ... on UserUpdated {
          user {
            ...UserParts
          }
        }
        ... on UpdateUserRejected {
          reason
          message
        }
      }
    }
  `,
  [UserParts],
);
