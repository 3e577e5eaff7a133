import { graphql } from "../graphql.ts";

export const RejectLines = graphql(`
  mutation RejectLines($input: RejectLinesInput!) {
    rejectLines(input: $input) {
      __typename
      ... on LinesRejected {
        lines
      }
      ... on RejectLinesRejected {
        reason
        message
      }
    }
  }
`);
