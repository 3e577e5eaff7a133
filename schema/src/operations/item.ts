import { graphql } from "../graphql.ts";

export const Item = graphql(`
  query Item($id: ID!, $seesCost: Boolean!) {
    item(id: $id) {
      id
      sku
      description
      revision
      tracking
      abcClass
      shelfLifeDays
      isActive
      unitCost @include(if: $seesCost)
      category {
        id
        name
      }
      unit {
        code
        name
        decimals
      }
      packs {
        factor
        unit {
          code
          name
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
      suppliers {
        supplierSku
        isPreferred
        supplier {
          id
          name
        }
      }
    }
  }
`);
