/** What is left out of an input stays as it was; null takes it away. */
export function kept<Value>(given: Value | undefined, before: Value): Value {
  return given === undefined ? before : given;
}

/** For what cannot be taken away: null means the same as leaving it out. */
export function keptAlways<Value>(given: Value | null | undefined, before: Value): Value {
  return given ?? before;
}

/** A text as people mean it: without blanks around it, and none rather than an empty one. */
export function trimmedOrNull(text: string | null): string | null {
  return text?.trim() || null;
}
