import { graphql } from "../graphql.ts";

export const ChangePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      __typename
      ... on PasswordChanged {
        sessionsRevoked
      }
      ... on ChangePasswordRejected {
        reason
        message
      }
    }
  }
`);
