import { graphql } from "../graphql.ts";

export const SaveAbcThresholds = graphql(`
  mutation SaveAbcThresholds($input: SaveAbcThresholdsInput!) {
    saveAbcThresholds(input: $input) {
      __typename
      ... on AbcThresholdsSaved {
        thresholds {
          shareA
          shareB
          days
          liftFromMoves
        }
      }
      ... on SaveAbcThresholdsRejected {
        reason
        message
      }
    }
  }
`);
