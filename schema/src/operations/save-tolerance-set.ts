import { graphql } from "../graphql.ts";

export const SaveToleranceSet = graphql(`
  mutation SaveToleranceSet($input: SaveToleranceSetInput!) {
    saveToleranceSet(input: $input) {
      __typename
      ... on ToleranceSetSaved {
        set {
          version
        }
      }
      ... on SaveToleranceSetRejected {
        reason
        message
      }
    }
  }
`);
