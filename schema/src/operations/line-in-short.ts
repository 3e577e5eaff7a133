import { graphql } from "../graphql.ts";

/** What a list of lines that something speaks against says of each. */
export const LineInShort = graphql(`
  fragment LineInShort on CountLine {
    id
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
    quantityVariance
  }
`);
