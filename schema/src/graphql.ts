import { initGraphQLTada, type ResultOf, type VariablesOf } from "gql.tada";
import type { introspection } from "./introspection.d.ts";

/**
 * Writes a typed GraphQL document. Decimals stay strings from end to end: a stored number never
 * passes through a float. Fragments are not masked: one document is one shape, readable as a whole.
 */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { DateTime: string; Date: string; Decimal: string; CompactItem: CompactItem };
}>();

/** An item in a list of thousands; with an id alone it is no longer in use. */
export type CompactItem =
  | readonly [id: string]
  | readonly [
      id: string,
      sku: string,
      description: string,
      tracking: "BULK" | "LOT" | "SERIAL" | "RFID",
      unitCode: string,
      packs: readonly (readonly [unitCode: string, factor: string])[],
      barcodes: readonly (readonly [
        code: string,
        kind: "GTIN" | "ALIAS",
        packUnitCode: string | null,
      ])[],
    ];

export type { ResultOf, VariablesOf };
