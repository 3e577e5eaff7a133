import { Kind, type SelectionNode, type ValueNode } from "graphql";

export type Variables = Readonly<Record<string, unknown>>;

/** True for a selection that @skip or @include takes out of this execution. */
export function isLeftOut(selection: SelectionNode, variables: Variables): boolean {
  return (selection.directives ?? []).some((directive) => {
    const condition = directive.arguments?.find((each) => each.name.value === "if")?.value;
    if (directive.name.value === "skip") return isTrue(condition, variables);
    if (directive.name.value === "include") return !isTrue(condition, variables);
    return false;
  });
}

/** True where the next variables may leave out what these do not. */
export function dependsOnVariables({ directives = [] }: SelectionNode): boolean {
  return directives.some(({ arguments: given = [] }) =>
    given.some(({ value }) => value.kind === Kind.VARIABLE),
  );
}

function isTrue(value: ValueNode | undefined, variables: Variables): boolean {
  if (value?.kind === Kind.VARIABLE) return variables[value.name.value] === true;
  return value?.kind === Kind.BOOLEAN && value.value;
}
