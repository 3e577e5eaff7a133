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
    countSessions(
      warehouseId: $warehouseId
      first: 10
      filter: { status: { in: [OPEN, PENDING_APPROVAL, PARTIAL] } }
    ) {
      nodes {
        id
        number
        title
        isBlind
        isSubmitted
        notes
        options {
          code
          isOn
        }
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
            checkDigits
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

/**
 * The lines of a count, or of one place, as whoever counts them may see them: no quantity is asked for, and
 * pieces only where the count is not blind and its options load them.
 */
export const HandLines = graphql(
  `
    query HandLines(
      $sessionId: ID!
      $offset: Int!
      $limit: Int!
      $filter: CountLineFilter
      $withPieces: Boolean = false
    ) {
      countSession(id: $sessionId) {
        lineWindow(offset: $offset, limit: $limit, query: { filter: $filter }) {
          id
          version
          origin
          state
          round
          isDisputed
          recountAssignee {
            id
          }
          countedBefore {
            id
          }
          pieces @include(if: $withPieces) {
            serial
            secondSerial
            rfidTag
            state
          }
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

/** The items that changed since a cursor, so that a device knows what it scans where nobody expected it. */
export const HandCatalogueChanges = graphql(`
  query HandCatalogueChanges($after: String) {
    catalogueChanges(after: $after) {
      items
      units {
        code
        decimals
      }
      cursor
      hasMore
      startsAnew
    }
  }
`);
