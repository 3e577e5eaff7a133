import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";
import { argumentKey } from "../../src/transport/access-rules.ts";
import type { Coordinate } from "./matrix.ts";

export interface GeneratedDocument {
  operation: "query" | "mutation" | "subscription";
  text: string;
  /** Everything it names and therefore asks for. */
  uses: Coordinate[];
}

/** One step from a type into a field of it. */
export interface Step {
  type: string;
  field: GraphQLField<unknown, unknown>;
  /** The member that the field's abstract type is narrowed to before the next step. */
  narrowedTo?: string;
}

const rootsOf = (schema: GraphQLSchema) =>
  (["query", "mutation", "subscription"] as const).flatMap((operation) => {
    const type = schema.getRootType(operation as never);
    return type ? [{ operation, type }] : [];
  });

/**
 * The shortest way to each type from a root, by fields that `isOpen` lets pass; a type that is
 * missing cannot be reached.
 */
export function waysInto(
  schema: GraphQLSchema,
  isOpen: (coordinate: Coordinate) => boolean,
): Map<string, { operation: GeneratedDocument["operation"]; steps: Step[] }> {
  const ways = new Map<string, { operation: GeneratedDocument["operation"]; steps: Step[] }>();
  for (const { operation, type } of rootsOf(schema)) ways.set(type.name, { operation, steps: [] });
  const waiting = [...ways.keys()];
  for (let from = waiting.shift(); from; from = waiting.shift()) {
    const type = schema.getType(from);
    const way = ways.get(from);
    if (!way || !(isObjectType(type) || isInterfaceType(type))) continue;
    for (const field of Object.values(type.getFields())) {
      const target = getNamedType(field.type);
      if (!isCompositeType(target) || !isOpen({ type: from, key: field.name })) continue;
      const members = isAbstractType(target) ? schema.getPossibleTypes(target) : [];
      const nexts: { name: string; narrowedTo?: string }[] = [
        { name: target.name },
        ...members.map(({ name }) => ({ name, narrowedTo: name })),
      ];
      for (const { name, ...rest } of nexts) {
        if (ways.has(name)) continue;
        ways.set(name, {
          operation: way.operation,
          steps: [...way.steps, { type: from, field, ...rest }],
        });
        waiting.push(name);
      }
    }
  }
  return ways;
}

/** A document that goes the way and asks for the leaf at its end. */
export function documentFor(
  operation: GeneratedDocument["operation"],
  steps: Step[],
  given: Record<string, string> = {},
): GeneratedDocument {
  const uses: Coordinate[] = [];
  let text = "__typename";
  for (const { type, field, narrowedTo } of [...steps].reverse()) {
    const inner = narrowedTo ? `... on ${narrowedTo} { ${text} }` : text;
    const selection = isCompositeType(getNamedType(field.type)) ? ` { ${inner} }` : "";
    const sent = field.args.filter(
      (argument) => isRequiredArgument(argument) || given[argumentKey(field.name, argument.name)],
    );
    const values = sent.map((argument) => {
      const key = argumentKey(field.name, argument.name);
      uses.push({ type, key });
      const literal = given[key] ?? literalOf(argument.type, uses);
      return `${argument.name}: ${literal}`;
    });
    uses.push({ type, key: field.name });
    text = `${field.name}${values.length > 0 ? `(${values.join(", ")})` : ""}${selection}`;
  }
  return { operation, text: `${operation} { ${text} }`, uses };
}

/** A value of the type that names nothing and changes nothing. */
export function literalOf(type: GraphQLInputType, uses: Coordinate[]): string {
  const inner = getNullableType(type);
  if (isListType(inner)) return `[${literalOf(inner.ofType, uses)}]`;
  const named = getNamedType(inner);
  if (isEnumType(named)) {
    const [value] = named.getValues();
    uses.push({ type: named.name, key: value?.name ?? "" });
    return value?.name ?? "";
  }
  if (isInputObjectType(named)) return inputObject(named, null, uses);
  const literals: Record<string, string> = {
    ID: '"bm90aGluZw"',
    String: '" "',
    Int: "0",
    Float: "0",
    Boolean: "false",
    Decimal: '"0"',
    Date: '"2026-11-21"',
    DateTime: '"2026-11-21T08:00:00Z"',
  };
  return literals[named.name] ?? '""';
}

/** An input with the field that is given and all that it cannot do without. */
export function inputObject(
  type: GraphQLInputObjectType,
  given: { name: string; literal: string } | null,
  uses: Coordinate[],
): string {
  const fields = Object.values(type.getFields()).filter(
    (field) => isRequiredInputField(field) || field.name === given?.name,
  );
  const written = fields.map((field) => {
    uses.push({ type: type.name, key: field.name });
    const literal = field.name === given?.name ? given.literal : literalOf(field.type, uses);
    return `${field.name}: ${literal}`;
  });
  return `{ ${written.join(", ")} }`;
}
