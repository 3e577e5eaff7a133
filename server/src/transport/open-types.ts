import { isEnumType, isInputObjectType, getNamedType, type GraphQLNamedType } from "graphql";
import type { AccessRules } from "./access-rules.ts";

/**
 * Tells of a type of input whether nothing that can be filled in there, however deep, is closed to
 * anybody: then no value of it has to be looked at. One word without a rule makes it closed.
 */
export function openTypes(rules: AccessRules): (type: GraphQLNamedType) => boolean {
  const known = new Map<GraphQLNamedType, boolean>();

  const isOpen = (type: GraphQLNamedType): boolean => {
    const before = known.get(type);
    if (before !== undefined) return before;
    // A type within itself is looked at each time: closed until it is known to be open.
    known.set(type, false);
    const answer = membersOf(type).every(({ name, inner }) => {
      const rule = rules[type.name]?.[name];
      return (rule === "anyone" || rule === "as-field") && (inner === null || isOpen(inner));
    });
    known.set(type, answer);
    return answer;
  };
  return isOpen;
}

function membersOf(type: GraphQLNamedType): { name: string; inner: GraphQLNamedType | null }[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => ({ name, inner: null }));
  if (!isInputObjectType(type)) return [];
  return Object.values(type.getFields()).map((field) => ({
    name: field.name,
    inner: getNamedType(field.type),
  }));
}
