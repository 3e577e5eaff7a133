import { graphql } from "../graphql.ts";

export const SaveVarianceReason = graphql(`
  mutation SaveVarianceReason($input: SaveVarianceReasonInput!) {
    saveVarianceReason(input: $input) {
      __typename
      ... on SaveVarianceReasonRejected {
        reason
        message
      }
    }
  }
`);
