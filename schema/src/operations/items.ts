import { graphql } from "../graphql.ts";

export const Items = graphql(`
  query Items(
    $first: Int!
    $after: String
    $search: String
    $filter: ItemFilter
    $orderBy: ItemOrder
    $seesCost: Boolean!
  ) {
    items(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {
      nodes {
        id
        sku
        description
        tracking
        abcClass
        isActive
        unitCost @include(if: $seesCost)
        unit {
          code
          decimals
        }
        category {
          id
          name
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
