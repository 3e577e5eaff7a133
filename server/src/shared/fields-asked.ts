import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from "graphql";

/**
 * The names of the fields that are asked for at the end of any of the paths, below the field that is
 * being resolved; null where nothing is asked there. It does not look at @include and @skip: more
 * may be named than is answered, never less.
 */
export function fieldsAsked(
  info: GraphQLResolveInfo,
  paths: readonly (readonly string[])[],
): ReadonlySet<string> | null {
  const asked = new Set<string>();
  for (const path of paths) {
    let nodes: readonly FieldNode[] = info.fieldNodes;
    for (const name of path) nodes = fieldsBelow(info, nodes).filter(isCalled(name));
    for (const { name } of fieldsBelow(info, nodes)) asked.add(name.value);
  }
  return asked.size > 0 ? asked : null;
}

const isCalled = (name: string) => (node: FieldNode) => node.name.value === name;

/** Each fragment is opened once: it asks for the same wherever it is spread, and may be spread often. */
function fieldsBelow(info: GraphQLResolveInfo, nodes: readonly FieldNode[]): FieldNode[] {
  const opened = new Set<string>();
  const fieldsOf = (within: SelectionSetNode | undefined): FieldNode[] =>
    (within?.selections ?? []).flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet);
      const name = selection.name.value;
      if (opened.has(name)) return [];
      opened.add(name);
      return fieldsOf(info.fragments[name]?.selectionSet);
    });
  return nodes.flatMap((node) => fieldsOf(node.selectionSet));
}

/** Where the rows of a field stand: directly below it, or in the pages of a connection. */
export const rowsOfList = [[]] as const;
export const rowsOfConnection = [["nodes"], ["edges", "node"]] as const;

/** Whether a connection's cursors are asked for: of each row, or where the page begins and ends. */
export function areCursorsAsked(info: GraphQLResolveInfo): boolean {
  const fields = fieldsAsked(info, rowsOfList);
  return fields !== null && (fields.has("edges") || fields.has("pageInfo"));
}

/**
 * The properties of a row that the asked fields are made of. A field that the table does not know
 * may need any of them: then all are read.
 */
export function partsFor<Part extends string>(
  asked: ReadonlySet<string> | null,
  table: Readonly<Record<string, readonly Part[]>>,
  all: readonly Part[],
): readonly Part[] {
  if (!asked) return [];
  const parts = new Set<Part>();
  for (const field of asked) {
    if (field === "__typename") continue;
    const needed = Object.hasOwn(table, field) ? table[field] : undefined;
    if (!needed) return all;
    for (const part of needed) parts.add(part);
  }
  return all.filter((part) => parts.has(part));
}
