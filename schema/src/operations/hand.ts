import { graphql } from "../graphql.ts";

/** Who counts with this device, and where. */
export const HandViewer = graphql(`
  query HandViewer {
    viewer {
      user {
        id
        name
      }
      permissions
      warehouses {
        id
        code
        name
        timeZone
      }
    }
  }
`);

/** The counts that are open in a warehouse, place by place: nothing of the books. */
export const HandWork = graphql(`
  query HandWork($warehouseId: ID!) {
    countOptions(warehouseId: $warehouseId) {
      code
      isOn
    }
    countSessions(warehouseId: $warehouseId, first: 10, filter: { status: { eq: OPEN } }) {
      nodes {
        id
        number
        title
        isBlind
        isSubmitted
        notes
        nextLocation {
          id
        }
        crew {
          claims {
            location {
              id
            }
            user {
              id
              name
            }
          }
        }
        bins {
          location {
            id
            code
            name
            barcode
          }
          lines
          counted
          skipped
          notAccessible
        }
      }
    }
  }
`);

export const HandItemParts = graphql(`
  fragment HandItemParts on Item {
    id
    sku
    description
    tracking
    unit {
      code
      decimals
    }
    packs {
      factor
      unit {
        code
      }
    }
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
`);

/** The lines of a count, or of one place, as whoever counts them may see them: no quantity is asked for. */
export const HandLines = graphql(
  `
    query HandLines($sessionId: ID!, $offset: Int!, $limit: Int!, $filter: CountLineFilter) {
      countSession(id: $sessionId) {
        lineWindow(offset: $offset, limit: $limit, query: { filter: $filter }) {
          id
          version
          origin
          state
          location {
            id
            code
          }
          lot {
            code
            expiresOn
          }
          item {
            ...HandItemParts
          }
        }
      }
    }
  `,
  [HandItemParts],
);

/** Items page by page, so that a device knows what it scans where nobody expected it. */
export const HandItems = graphql(
  `
    query HandItems($after: String) {
      items(first: 250, after: $after, filter: { isActive: { eq: true } }) {
        nodes {
          ...HandItemParts
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [HandItemParts],
);
