import { graphql } from "../graphql.ts";
import { QuantParts } from "./quant-parts.ts";

export const StockMoveParts = graphql(
  `
    fragment StockMoveParts on StockMove {
      id
      sequence
      kind
      quantity @include(if: $seesExpected)
      quantityAfter @include(if: $seesExpected)
      effectiveAt
      recordedAt
      reference
      reasonCode
      recordedBy {
        id
        name
      }
      serialUnits @include(if: $seesExpected) {
        id
        serial
      }
      quant {
        ...QuantParts
      }
    }
  `,
  [QuantParts],
);
