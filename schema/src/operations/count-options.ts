import { graphql } from "../graphql.ts";

/** What a warehouse has chosen of the options that have numbers. */
export const CountOptions = graphql(`
  query CountOptions($warehouseId: ID!) {
    countOptions(warehouseId: $warehouseId) {
      code
      isOn
      text
      number
    }
  }
`);
