/** Which lines are meant: all, those of a selection that was frozen, or some by their numbers. */
export type LineChoice =
  { kind: "ALL" } | { kind: "SELECTION"; token: string } | { kind: "LINES"; lineIds: number[] };
