import { graphql } from "../graphql.ts";

/** Whether everything that was decided and moved is as it was sealed. */
export const AuditCheck = graphql(`
  query AuditCheck($warehouseId: ID) {
    auditCheck(warehouseId: $warehouseId) {
      isIntact
      decisions
      headHash
      movesSealed
      movesNotSealed
      broken {
        kind
        position
      }
    }
  }
`);
