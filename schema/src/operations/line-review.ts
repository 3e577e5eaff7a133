import { graphql } from "../graphql.ts";

/** What is known about why a line differs, and who said so. */
export const LineReview = graphql(`
  query LineReview($lineId: ID!) {
    node(id: $lineId) {
      __typename
      ... on CountLine {
        id
        investigation {
          revision
          reasonCode
          notes
          fix
          recordedAt
          recordedBy {
            id
            name
          }
        }
        earlierCounts {
          sessionNumber
          countedAt
          quantityCounted
          quantityVariance
        }
        approval {
          state
          at
          by {
            id
            name
          }
          isOwnCount
          rejectionReason
          lostAt
          lostBecause
        }
        rounds {
          round
          reason
          stands
          state
          quantityCounted
          quantityVariance
          assignee {
            id
            name
          }
          counters {
            id
            name
          }
        }
      }
    }
    suggestedCauses(lineId: $lineId) {
      kind
      reasonCode
      quantity
      reference
      unitCode
      serial
      sessionNumber
      location {
        id
        code
      }
      line {
        id
        location {
          id
          code
        }
      }
    }
  }
`);
