import type { GraphQLResolveInfo } from "graphql";
import { fieldsAsked } from "../../shared/fields-asked.ts";
import type { RelatedAsked } from "../queries/related-rows.ts";

/** What is asked of the items and places that the rows at these paths name. */
export function relatedAsked(
  info: GraphQLResolveInfo,
  rows: readonly (readonly string[])[],
): RelatedAsked {
  const below = (field: string) =>
    fieldsAsked(
      info,
      rows.map((path) => [...path, field]),
    );
  return { item: below("item"), location: below("location") };
}
