import { graphql } from "../graphql.ts";

export const ForceReleaseLocation = graphql(`
  mutation ForceReleaseLocation($input: ForceReleaseLocationInput!) {
    forceReleaseLocation(input: $input) {
      __typename
      ... on ForceReleaseLocationRejected {
        reason
        message
      }
    }
  }
`);
