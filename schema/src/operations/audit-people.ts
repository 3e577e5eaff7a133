import { graphql } from "../graphql.ts";

/** Who has decided anything, for a filter. */
export const AuditPeople = graphql(`
  query AuditPeople($warehouseId: ID) {
    auditActors(warehouseId: $warehouseId) {
      id
      name
    }
  }
`);
