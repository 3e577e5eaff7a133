import { graphql } from "../graphql.ts";

export const PossibleCounters = graphql(`
  query PossibleCounters($warehouseId: ID!) {
    possibleCounters(warehouseId: $warehouseId) {
      id
      name
    }
  }
`);
