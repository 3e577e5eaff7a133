import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";
import { argumentKey } from "../../src/transport/access-rules.ts";
import {
  documentFor,
  inputObject,
  literalOf,
  waysInto,
  type GeneratedDocument,
  type Step,
} from "./generated-document.ts";
import { coordinatesOf, nameOf, type Coordinate } from "./matrix.ts";

/** Puts a value of an input type to where an argument takes it. */
interface InputWay {
  operation: GeneratedDocument["operation"];
  steps: Step[];
  argument: string;
  wrap: (literal: string, uses: Coordinate[]) => string;
}

/**
 * For every coordinate of the schema a document that names it, by a way that is open to the person
 * as far as there is one: then the answer speaks of the coordinate and of nothing before it.
 */
export function questionsFor(
  schema: GraphQLSchema,
  isOpen: (coordinate: Coordinate) => boolean,
): { coordinate: Coordinate; document: GeneratedDocument }[] {
  const open = waysInto(schema, isOpen);
  const all = waysInto(schema, () => true);
  const ways = new Map([...all, ...open]);
  const inputs = inputWaysOf(schema, ways, isOpen);
  return coordinatesOf(schema).map((coordinate) => {
    const document = askFor(schema, coordinate, ways, inputs);
    if (!document) throw new Error(`No document reaches ${nameOf(coordinate)}.`);
    return { coordinate, document };
  });
}

function askFor(
  schema: GraphQLSchema,
  { type: typeName, key }: Coordinate,
  ways: ReturnType<typeof waysInto>,
  inputs: Map<string, InputWay>,
): GeneratedDocument | null {
  const type = schema.getType(typeName);
  const way = ways.get(typeName);
  if (way && (isObjectType(type) || isInterfaceType(type))) {
    const field = type.getFields()[key.split("(")[0] ?? ""];
    const argument = field?.args.find(({ name }) => argumentKey(field.name, name) === key);
    if (!field) return null;
    const given = argument ? { [key]: literalOf(argument.type, []) } : {};
    return documentFor(way.operation, [...way.steps, { type: typeName, field }], given);
  }
  const input = inputs.get(typeName);
  if (!input) return null;
  const uses: Coordinate[] = [];
  const field = isInputObjectType(type) ? type.getFields()[key] : undefined;
  if (!field) uses.push({ type: typeName, key });
  const inner =
    field && isInputObjectType(type)
      ? inputObject(type, { name: key, literal: literalOf(field.type, uses) }, uses)
      : key;
  const given = { [input.argument]: input.wrap(inner, uses) };
  const document = documentFor(input.operation, input.steps, given);
  return { ...document, uses: [...document.uses, ...uses] };
}

/** The first way to each input type and each word that is sent; open ones are found before others. */
function inputWaysOf(
  schema: GraphQLSchema,
  ways: ReturnType<typeof waysInto>,
  isOpen: (coordinate: Coordinate) => boolean,
): Map<string, InputWay> {
  const found = new Map<string, InputWay>();
  for (const passes of [isOpen, () => true])
    for (const [typeName, way] of ways) {
      const type = schema.getType(typeName);
      if (!isObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        const steps = [...way.steps, { type: typeName, field }];
        if (!steps.every((step) => passes({ type: step.type, key: step.field.name }))) continue;
        for (const argument of field.args)
          goInto(found, passes, argument.type, {
            operation: way.operation,
            steps,
            argument: argumentKey(field.name, argument.name),
            wrap: (literal) => inList(argument.type, literal),
          });
      }
    }
  return found;
}

function goInto(
  found: Map<string, InputWay>,
  passes: (coordinate: Coordinate) => boolean,
  type: GraphQLInputType,
  way: InputWay,
): void {
  const named = getNamedType(type);
  if (found.has(named.name) || !(isEnumType(named) || isInputObjectType(named))) return;
  found.set(named.name, way);
  if (!isInputObjectType(named)) return;
  for (const field of Object.values(named.getFields())) {
    if (!passes({ type: named.name, key: field.name })) continue;
    const wrap: InputWay["wrap"] = (literal, uses) => {
      const given = { name: field.name, literal: inList(field.type, literal) };
      return way.wrap(inputObject(named, given, uses), uses);
    };
    goInto(found, passes, field.type, { ...way, wrap });
  }
}

function inList(type: GraphQLInputType, literal: string): string {
  return isListType(getNullableType(type)) ? `[${literal}]` : literal;
}
