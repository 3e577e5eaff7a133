import { graphql } from "../graphql.ts";

export const RequestRecount = graphql(`
  mutation RequestRecount($input: RequestRecountInput!) {
    requestRecount(input: $input) {
      __typename
      ... on RecountRequested {
        lineIds
        refused {
          lineId
          message
        }
      }
      ... on RequestRecountRejected {
        message
      }
    }
  }
`);
