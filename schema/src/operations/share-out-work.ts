import { graphql } from "../graphql.ts";

export const ShareOutWork = graphql(`
  mutation ShareOutWork($input: ShareOutWorkInput!) {
    shareOutWork(input: $input) {
      __typename
      ... on ShareOutWorkRejected {
        reason
        message
      }
    }
  }
`);
