import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from "graphql";

/**
 * Whether a field at this path of names is asked for below the one that is being resolved: a list
 * may then read at once what its rows will be asked for. It does not look at @include and @skip, so
 * that a yes may come to nothing.
 */
export function isAsked(info: GraphQLResolveInfo, path: readonly string[]): boolean {
  let nodes: readonly FieldNode[] = info.fieldNodes;
  for (const name of path)
    nodes = nodes.flatMap(({ selectionSet }) => fieldsNamed(info, selectionSet, name));
  return nodes.length > 0;
}

/** Fragments are written out; the document was validated, so that none contains itself. */
function fieldsNamed(
  info: GraphQLResolveInfo,
  within: SelectionSetNode | undefined,
  name: string,
): FieldNode[] {
  return (within?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === name ? [selection] : [];
    const part =
      selection.kind === Kind.FRAGMENT_SPREAD ? info.fragments[selection.name.value] : selection;
    return fieldsNamed(info, part?.selectionSet, name);
  });
}
