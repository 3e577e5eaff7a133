import { graphql } from "../graphql.ts";

/** Each place with its last and its next count date. */
export const PlanCsv = graphql(`
  query PlanCsv($warehouseId: ID!) {
    plan(warehouseId: $warehouseId) {
      today
      csv
    }
  }
`);
