import { graphql } from "../graphql.ts";

/** Counts as somebody joins them: by their number, open or not. */
export const CountsToJoin = graphql(`
  query CountsToJoin($warehouseId: ID!, $search: String, $filter: CountSessionFilter) {
    countSessions(warehouseId: $warehouseId, first: 250, search: $search, filter: $filter) {
      nodes {
        id
        number
        title
        status
        isSubmitted
      }
    }
  }
`);
