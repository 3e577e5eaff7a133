import type { GraphQLResolveInfo } from "graphql";
import { isAsked } from "../../shared/is-asked.ts";
import type { RelatedAsked } from "../queries/related-rows.ts";

/** Of a connection, or of a plain list where the rows stand directly below the field. */
export function relatedAsked(info: GraphQLResolveInfo, isPlainList = false): RelatedAsked {
  const rows = isPlainList ? [[]] : [["nodes"], ["edges", "node"]];
  const asks = (field: string) => rows.some((path) => isAsked(info, [...path, field]));
  return { item: asks("item"), location: asks("location") };
}
