import type { FieldName } from "./import-desk.svelte.ts";

/** A value that is put in the place of another, in every row that has it. */
export interface Replacement {
  field: FieldName;
  from: string;
  to: string;
}

type Value = Pick<Replacement, "field" | "from">;

const isOf = (value: Value) => (each: Value) =>
  each.field === value.field && each.from === value.from;

/**
 * What was put right before and is wrong again is put right where it came from, too: the file has the
 * first value, and what is shown is the second.
 */
export function putIn(before: readonly Replacement[], put: Replacement): readonly Replacement[] {
  const isBefore = isOf(put);
  const led = before.map((each) =>
    each.field === put.field && each.to === put.from ? { ...each, to: put.to } : each,
  );
  const { field, from, to } = put;
  return [...led.filter((each) => !isBefore(each)), { field, from, to }];
}

/** As it was before it was put right: what led to it leads to it again, as the check has read it. */
export function takenOut(
  now: readonly Replacement[],
  value: Value,
  checked: readonly Replacement[],
): readonly Replacement[] {
  const isTaken = isOf(value);
  const before = checked.filter((each) => each.field === value.field && each.to === value.from);
  return now
    .filter((each) => !isTaken(each))
    .map((each) => before.find((known) => isOf(known)(each)) ?? each);
}
