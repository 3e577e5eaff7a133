import { graphql } from "../graphql.ts";

export const RecordStockMoves = graphql(`
  mutation RecordStockMoves($input: RecordStockMovesInput!) {
    recordStockMoves(input: $input) {
      __typename
      ... on StockMovesRecorded {
        alreadyRecordedCount
        moves {
          id
          externalId
        }
      }
      ... on StockMovesRejected {
        rejections {
          index
          externalId
          reason
          message
        }
      }
    }
  }
`);
