import { graphql } from "../graphql.ts";

export const SettleProposedBarcode = graphql(`
  mutation SettleProposedBarcode($input: SettleProposedBarcodeInput!) {
    settleProposedBarcode(input: $input) {
      __typename
      ... on SettleProposedBarcodeRejected {
        reason
        message
      }
    }
  }
`);
