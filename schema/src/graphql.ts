import { initGraphQLTada, type ResultOf, type VariablesOf } from "gql.tada";
import type { introspection } from "./introspection.d.ts";

/**
 * Writes a typed GraphQL document. Decimals stay strings from end to end: a stored number never
 * passes through a float. Fragments are not masked: one document is one shape, readable as a whole.
 */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { DateTime: string; Date: string; Decimal: string };
}>();

export type { ResultOf, VariablesOf };
