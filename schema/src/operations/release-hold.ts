import { graphql } from "../graphql.ts";

export const ReleaseHold = graphql(`
  mutation ReleaseHold($input: ReleaseHoldInput!) {
    releaseHold(input: $input) {
      __typename
      ... on ReleaseHoldRejected {
        reason
        message
      }
    }
  }
`);
