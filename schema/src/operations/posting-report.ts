import { graphql } from "../graphql.ts";

/** The adjustment report of a posting. */
export const PostingReport = graphql(`
  query PostingReport($postingId: ID!, $seesValue: Boolean!) {
    node(id: $postingId) {
      __typename
      ... on Posting {
        id
        report {
          byReason {
            reasonCode
            reasonName
            lines
            unitsIn
            unitsOut
            valueIn @include(if: $seesValue)
            valueOut @include(if: $seesValue)
          }
          byPlace(first: 10) {
            location {
              id
              code
            }
            lines
            unitsIn
            unitsOut
            valueIn @include(if: $seesValue)
            valueOut @include(if: $seesValue)
          }
          countedBy {
            lines
            lastAt
            user {
              id
              name
            }
          }
          approvedBy {
            lines
            lastAt
            user {
              id
              name
            }
          }
        }
      }
    }
  }
`);
