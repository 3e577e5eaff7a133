import { graphql } from "../graphql.ts";

/** Moves that would explain what a count found in the wrong places. */
export const ProposedMoves = graphql(`
  query ProposedMoves($sessionId: ID!) {
    countSession(id: $sessionId) {
      proposedMoves {
        item {
          id
          sku
          description
          unit {
            code
            decimals
          }
        }
        serial
        quantity
        from {
          id
          code
        }
        to {
          id
          code
        }
        fromLineId
        toLineId
        conflict
      }
    }
  }
`);
