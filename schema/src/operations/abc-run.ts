import { graphql } from "../graphql.ts";

/** One analysis: its curve and a page of its items. */
export const AbcRun = graphql(`
  query AbcRun(
    $id: ID!
    $seesValue: Boolean!
    $onlyChanged: Boolean
    $abcClass: AbcClass
    $after: String
  ) {
    node(id: $id) {
      __typename
      ... on AbcRun {
        id
        curve @include(if: $seesValue) {
          rank
          shareCumulative
        }
        items(first: 100, after: $after, onlyChanged: $onlyChanged, abcClass: $abcClass) {
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            rank
            moves
            classBefore
            classNow
            valueUsed @include(if: $seesValue)
            share @include(if: $seesValue)
            shareCumulative @include(if: $seesValue)
            because @include(if: $seesValue)
            item {
              id
              sku
              description
            }
          }
        }
      }
    }
  }
`);
