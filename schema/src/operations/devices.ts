import { graphql } from "../graphql.ts";

/** Devices that have taken part in counts of a warehouse, the last heard first. */
export const Devices = graphql(`
  query Devices($warehouseId: ID!, $first: Int!, $after: String) {
    devices(warehouseId: $warehouseId, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        deviceId
        deviceName
        appVersion
        lastScanAt
        heartbeatAt
        offlineSince
        unsentCount
        countsTotal
        user {
          id
          name
        }
        holding {
          unsentCount
          excludedReason
          session {
            id
            number
            title
          }
        }
      }
    }
  }
`);
