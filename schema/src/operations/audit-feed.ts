import { graphql } from "../graphql.ts";

/** Where a chain stands, each time that it has grown. */
export const AuditFeed = graphql(`
  subscription AuditFeed($warehouseId: ID) {
    auditFeed(warehouseId: $warehouseId) {
      lastSequence
    }
  }
`);
