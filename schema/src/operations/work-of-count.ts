import { graphql } from "../graphql.ts";

/** What a counter needs to walk on: the open counts of a warehouse with the next place of each. */
export const WorkOfCounts = graphql(`
  query WorkOfCounts($warehouseId: ID!) {
    countSessions(warehouseId: $warehouseId, first: 5, filter: { status: { eq: OPEN } }) {
      nodes {
        id
        title
        isSubmitted
        nextLocation {
          id
          code
        }
      }
    }
  }
`);

export const LinesAtPlace = graphql(`
  query LinesAtPlace($sessionId: ID!, $locationId: ID!, $seesExpected: Boolean!) {
    countSession(id: $sessionId) {
      lineWindow(
        offset: 0
        limit: 50
        query: { filter: { withinLocationId: { eq: $locationId }, state: { eq: NOT_VISITED } } }
      ) {
        id
        item {
          sku
          tracking
        }
        quantitySnapshot @include(if: $seesExpected)
        pieces {
          serial
        }
      }
    }
  }
`);
