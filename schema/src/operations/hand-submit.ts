import { graphql } from "../graphql.ts";

/** Hands a count in, and asks for nothing of it. */
export const HandSubmit = graphql(`
  mutation HandSubmit($input: CountSessionInput!) {
    submitCountSession(input: $input) {
      __typename
      ... on ChangeCountSessionRejected {
        reason
        message
      }
    }
  }
`);
