import { graphql } from "../graphql.ts";

/** What a new count can be about. */
export const CountChoices = graphql(`
  query CountChoices($warehouseId: ID!) {
    categories {
      id
      name
    }
    suppliers(first: 250) {
      nodes {
        id
        name
      }
    }
    possibleCounters(warehouseId: $warehouseId) {
      id
      name
    }
    counterPaces(warehouseId: $warehouseId) {
      user {
        id
      }
      linesPerHour
    }
    toleranceSet(warehouseId: $warehouseId) {
      version
      savedAt
    }
    locations(
      warehouseId: $warehouseId
      first: 100
      filter: { kind: { eq: ZONE } }
      orderBy: { field: WALK_ORDER, direction: ASC }
    ) {
      nodes {
        id
        code
        name
      }
    }
  }
`);
