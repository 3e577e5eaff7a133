import { graphql } from "../graphql.ts";

/** Codes that counters took for items, and which a supervisor decides about. */
export const ProposedBarcodes = graphql(`
  query ProposedBarcodes($isWaiting: Boolean!) {
    proposedBarcodes(isWaiting: $isWaiting) {
      code
      proposedAt
      isAccepted
      settledAt
      item {
        id
        sku
        description
      }
      proposedBy {
        id
        name
      }
      settledBy {
        id
        name
      }
    }
  }
`);
