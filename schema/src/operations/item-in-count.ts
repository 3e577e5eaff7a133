import { graphql } from "../graphql.ts";

/** The lines of one item in a count, wherever it lies. */
export const ItemInCount = graphql(`
  query ItemInCount($sessionId: ID!, $itemId: ID!, $limit: Int!) {
    countSession(id: $sessionId) {
      lineWindow(offset: 0, limit: $limit, query: { filter: { itemId: { eq: $itemId } } }) {
        id
        state
        quantityCounted
        quantityVariance
        location {
          id
          code
        }
      }
    }
  }
`);
