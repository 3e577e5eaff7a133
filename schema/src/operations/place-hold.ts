import { graphql } from "../graphql.ts";

export const PlaceHold = graphql(`
  mutation PlaceHold($input: PlaceHoldInput!) {
    placeHold(input: $input) {
      __typename
      ... on PlaceHoldRejected {
        reason
        message
      }
    }
  }
`);
