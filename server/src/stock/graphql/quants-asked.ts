import type { GraphQLResolveInfo } from "graphql";
import { relatedAsked } from "../../catalogue/graphql/related-asked.ts";
import { areCursorsAsked, rowsOfConnection } from "../../shared/fields-asked.ts";
import type { QuantsAsked } from "../queries/list-quants.ts";

export function quantsAsked(info: GraphQLResolveInfo): QuantsAsked {
  return { related: relatedAsked(info, rowsOfConnection), areCursorsAsked: areCursorsAsked(info) };
}
