import {
  getNamedType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  type GraphQLSchema,
} from "graphql";
import { accessRules } from "../../src/schema.ts";
import { allows, type Permissions } from "../door/matrix.ts";

let known: { schema: GraphQLSchema; permissions: Permissions } | null = null;

/** Whose eyes the selections are made for; asked once, before the first of them. */
export function selectFor(schema: GraphQLSchema, permissions: Permissions): void {
  known = { schema, permissions };
}

/** Every field of a type that the rules open to the looker, with what lies below it. */
export function selectionOf(typeName: string, depth: number): string {
  if (!known) throw new Error("Nobody has said whose eyes to look with.");
  const { schema, permissions } = known;
  const type = schema.getType(typeName);
  if (!isObjectType(type)) return "__typename";
  const texts = Object.values(type.getFields()).flatMap((field) => {
    const rule = accessRules[typeName]?.[field.name];
    const needsArguments = field.args.some(isRequiredArgument);
    if (needsArguments || !allows(rule, permissions)) return [];
    const target = getNamedType(field.type);
    if (!isCompositeType(target)) return [field.name];
    if (depth === 0) return [];
    const arguments_ = field.args.some(({ name }) => name === "first") ? "(first: 8)" : "";
    return [`${field.name}${arguments_} { ${selectionOf(target.name, depth - 1)} }`];
  });
  return ["__typename", ...texts].join(" ");
}
