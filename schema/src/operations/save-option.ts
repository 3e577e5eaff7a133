import { graphql } from "../graphql.ts";

export const SaveOption = graphql(`
  mutation SaveOption($input: SaveOptionInput!) {
    saveOption(input: $input) {
      __typename
      ... on SaveOptionRejected {
        reason
        message
      }
    }
  }
`);
