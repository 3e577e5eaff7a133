import { graphql } from "../graphql.ts";

/** How much each of those who may approve may approve in one count. */
export const ApproverLimits = graphql(`
  query ApproverLimits($warehouseId: ID!) {
    possibleApprovers(warehouseId: $warehouseId) {
      id
      name
    }
    approverLimits(warehouseId: $warehouseId) {
      user {
        id
        name
      }
      valueAtMost
      savedAt
    }
  }
`);
