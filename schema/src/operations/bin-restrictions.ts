import { graphql } from "../graphql.ts";

/** What is closed off and on hold in a warehouse at this moment. */
export const BinRestrictions = graphql(`
  query BinRestrictions($warehouseId: ID!) {
    closeOffs(warehouseId: $warehouseId, onlyCurrent: true, first: 250) {
      nodes {
        id
        mode
        reason
        expiresAt
        owner {
          id
          name
        }
        location {
          id
          code
        }
      }
    }
    stockHolds(warehouseId: $warehouseId, onlyCurrent: true, first: 250) {
      nodes {
        id
        reason
        placedBy {
          id
          name
        }
        item {
          id
          sku
        }
        location {
          id
          code
        }
      }
    }
  }
`);
