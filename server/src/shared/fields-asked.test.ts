import { Kind, parse, type FragmentDefinitionNode, type GraphQLResolveInfo } from "graphql";
import { describe, expect, test } from "vitest";
import { fieldsAsked, partsFor, rowsOfConnection } from "./fields-asked.ts";

/** Of a document with one operation and one field at its root. */
function infoOf(text: string): GraphQLResolveInfo {
  const { definitions } = parse(text);
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const each of definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments[each.name.value] = each;
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  return {
    fieldNodes: operation?.selectionSet.selections,
    fragments,
  } as unknown as GraphQLResolveInfo;
}

const asked = (text: string) => [...(fieldsAsked(infoOf(text), rowsOfConnection) ?? [])].sort();

describe("the fields that are asked of the rows of a list", () => {
  test("are found in nodes, in edges and in fragments", () => {
    const parts = "fragment Parts on Line { state ... { version } }";
    expect(asked("{ lines { totalCount } }")).toEqual([]);
    expect(asked("{ lines { nodes { id } edges { node { state } } } }")).toEqual(["id", "state"]);
    expect(asked(`{ lines { nodes { id ...Parts } } } ${parts}`)).toEqual([
      "id",
      "state",
      "version",
    ]);
  });

  test("are found under another name by the name of the schema", () => {
    expect(asked("{ lines { rows: nodes { code: state } } }")).toEqual(["state"]);
  });

  test("are found at once in fragments that hold each other twice", () => {
    const bomb = Array.from(
      { length: 40 },
      (_, at) => `fragment F${at} on Line { ...F${at + 1} ...F${at + 1} }`,
    );
    const text = `{ lines { nodes { ...F0 } } } ${bomb.join(" ")} fragment F40 on Line { id }`;
    expect(asked(text)).toEqual(["id"]);
  });
});

describe("the properties that asked fields are made of", () => {
  const table = { id: ["id"], name: ["first", "last"] } as const;
  const all = ["id", "first", "last", "secret"] as const;
  const parts = (...fields: string[]) => partsFor(new Set(fields), table, all);

  test("are those of the table", () => {
    expect(partsFor(null, table, all)).toEqual([]);
    expect(parts("id", "__typename")).toEqual(["id"]);
    expect(parts("name", "id")).toEqual(["id", "first", "last"]);
  });

  test("are all where the table does not know a field", () => {
    expect(parts("id", "new")).toEqual([...all]);
    expect(parts("toString")).toEqual([...all]);
  });
});
