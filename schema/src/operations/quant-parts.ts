import { graphql } from "../graphql.ts";

/** One row of stock. Quantities and values are asked for only where the viewer may see them. */
export const QuantParts = graphql(`
  fragment QuantParts on Quant {
    id
    item {
      id
      sku
      description
      tracking
      unit {
        code
        decimals
      }
      category {
        id
      }
    }
    location {
      id
      code
      parent {
        id
        parent {
          id
        }
      }
    }
    lot {
      id
      code
      expiresOn
    }
    status
    quantityOnHand @include(if: $seesExpected)
    valueOnHand @include(if: $seesValue)
    lastMovedAt
  }
`);
