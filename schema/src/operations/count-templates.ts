import { graphql } from "../graphql.ts";

/** What counts that are planned again and again have in common. */
export const CountTemplates = graphql(`
  query CountTemplates($warehouseId: ID!, $seesValue: Boolean!) {
    countTemplates(warehouseId: $warehouseId, first: 100) {
      nodes {
        id
        name
        countType
        isBlind
        notes
        deadlineAfterHours
        assignees {
          id
          name
        }
        scope {
          abcClass
          includesEmpty
          lotsToCount
          seed
          valueThreshold @include(if: $seesValue)
          category {
            id
          }
          supplier {
            id
          }
          items {
            id
            sku
            description
          }
          locations {
            id
          }
        }
      }
    }
  }
`);
