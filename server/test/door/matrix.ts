import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";
import { argumentKey, type AccessRules, type Rule } from "../../src/transport/access-rules.ts";

/** One thing of the schema that needs a rule: a field, an argument, an input field or an input word. */
export interface Coordinate {
  type: string;
  key: string;
}

/** Everything a document can name, generated from the schema. */
export function coordinatesOf(schema: GraphQLSchema): Coordinate[] {
  const found: Coordinate[] = [];
  const sentTypes = new Set<string>();
  const send = (type: GraphQLInputType) => sentTypes.add(getNamedType(type).name);
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  for (const type of types) {
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) {
        found.push({ type: type.name, key: field.name });
        for (const argument of field.args) {
          found.push({ type: type.name, key: argumentKey(field.name, argument.name) });
          send(argument.type);
        }
      }
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) {
        found.push({ type: type.name, key: field.name });
        send(field.type);
      }
  }
  for (const type of types)
    if (isEnumType(type) && sentTypes.has(type.name))
      for (const value of type.getValues()) found.push({ type: type.name, key: value.name });
  return found;
}

export const nameOf = ({ type, key }: Coordinate) => `${type}.${key}`;

/** What no rule speaks of. It is denied to everybody until one does. */
export function unclassifiedOf(schema: GraphQLSchema, rules: AccessRules): string[] {
  return coordinatesOf(schema)
    .filter(({ type, key }) => rules[type]?.[key] === undefined)
    .map(nameOf);
}

/** Rules for what is no longer there. */
export function idleRulesOf(schema: GraphQLSchema, rules: AccessRules): string[] {
  const known = new Set(coordinatesOf(schema).map(nameOf));
  return Object.entries(rules)
    .flatMap(([type, keys]) => Object.keys(keys).map((key) => nameOf({ type, key })))
    .filter((name) => !known.has(name));
}

/** Somebody as the rules see him; null has not signed in. */
export type Permissions = ReadonlySet<string> | null;

/** The rule in plain words, written apart from the code that keeps it. */
export function allows(rule: Rule | undefined, permissions: Permissions): boolean {
  if (rule === undefined) return false;
  if (rule === "anyone" || rule === "as-field") return true;
  if (!permissions) return false;
  if (rule === "signed-in") return true;
  return [rule].flat().every((permission) => permissions.has(permission));
}
