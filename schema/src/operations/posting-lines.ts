import { graphql } from "../graphql.ts";

/** Line by line what a posting did. */
export const PostingLines = graphql(`
  query PostingLines(
    $postingId: ID!
    $after: String
    $onlyAdjusted: Boolean!
    $seesValue: Boolean!
  ) {
    node(id: $postingId) {
      __typename
      ... on Posting {
        lines(first: 100, after: $after, onlyAdjusted: $onlyAdjusted) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            kind
            quantityCounted
            quantityExpected
            quantityDelta
            valueDelta @include(if: $seesValue)
            reversedBy {
              id
              postedAt
            }
            line {
              id
              lineNumber
              item {
                id
                sku
                description
                unit {
                  code
                  decimals
                }
              }
              location {
                id
                code
              }
              lot {
                id
                code
              }
            }
          }
        }
      }
    }
  }
`);
