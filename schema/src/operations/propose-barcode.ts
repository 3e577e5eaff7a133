import { graphql } from "../graphql.ts";

export const ProposeBarcode = graphql(`
  mutation ProposeBarcode($input: ProposeBarcodeInput!) {
    proposeBarcode(input: $input) {
      __typename
      ... on ProposeBarcodeRejected {
        reason
        message
      }
    }
  }
`);
