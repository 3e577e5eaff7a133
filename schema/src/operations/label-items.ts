import { graphql } from "../graphql.ts";

/** Items with what can be printed on their labels. */
export const LabelItems = graphql(`
  query LabelItems($first: Int!, $after: String, $search: String, $filter: ItemFilter) {
    items(first: $first, after: $after, search: $search, filter: $filter) {
      nodes {
        id
        sku
        description
        barcodes {
          code
          kind
          pack {
            unit {
              code
            }
          }
        }
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
