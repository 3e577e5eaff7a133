import { graphql } from "../graphql.ts";
import { LocationParts } from "./location-parts.ts";

export const Locations = graphql(
  `
    query Locations(
      $warehouseId: ID!
      $first: Int!
      $after: String
      $search: String
      $filter: LocationFilter
      $orderBy: LocationOrder
    ) {
      locations(
        warehouseId: $warehouseId
        first: $first
        after: $after
        search: $search
        filter: $filter
        orderBy: $orderBy
      ) {
        nodes {
          ...LocationParts
        }
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [LocationParts],
);
