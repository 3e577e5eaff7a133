import { graphql } from "../graphql.ts";

export const ApproveLines = graphql(`
  mutation ApproveLines($input: ApproveLinesInput!) {
    approveLines(input: $input) {
      __typename
      ... on LinesApproved {
        lines
      }
      ... on ApproveLinesRejected {
        reason
        message
      }
    }
  }
`);
