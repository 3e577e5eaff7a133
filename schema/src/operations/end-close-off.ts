import { graphql } from "../graphql.ts";

export const EndCloseOff = graphql(`
  mutation EndCloseOff($input: EndCloseOffInput!) {
    endCloseOff(input: $input) {
      __typename
      ... on ChangeCloseOffRejected {
        reason
        message
      }
    }
  }
`);
