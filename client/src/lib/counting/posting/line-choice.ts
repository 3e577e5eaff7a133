/** Which lines are meant: all of the count, those of a selection, or some by their ids. */
export interface LineChoice {
  selection?: string | undefined;
  lineIds?: readonly string[] | undefined;
}

/** As the verbs of the server ask for it. */
export function chosenOf(sessionId: string, { selection, lineIds }: LineChoice) {
  return {
    sessionId,
    selection: selection ?? null,
    lineIds: lineIds ? [...lineIds] : null,
  };
}
