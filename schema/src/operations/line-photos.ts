import { graphql } from "../graphql.ts";

export const LinePhotos = graphql(`
  query LinePhotos($lineId: ID!) {
    node(id: $lineId) {
      __typename
      ... on CountLine {
        id
        photos {
          id
          path
          addedAt
          addedBy {
            id
            name
          }
        }
      }
    }
  }
`);
