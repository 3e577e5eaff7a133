import { graphql } from "../graphql.ts";

export const SaveApproverLimit = graphql(`
  mutation SaveApproverLimit($input: SaveApproverLimitInput!) {
    saveApproverLimit(input: $input) {
      __typename
      ... on SaveApproverLimitRejected {
        reason
        message
      }
    }
  }
`);
