import { graphql } from "../graphql.ts";

/** What lies, by the books, where nobody has been: the stake of closing a count. */
export const LinesNotVisited = graphql(`
  query LinesNotVisited($sessionId: ID!, $limit: Int!, $seesValue: Boolean!) {
    countSession(id: $sessionId) {
      lineWindow(offset: 0, limit: $limit, query: { filter: { state: { eq: NOT_VISITED } } }) {
        id
        quantitySnapshot
        item {
          unitCost @include(if: $seesValue)
        }
      }
    }
  }
`);
