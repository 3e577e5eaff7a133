/** A no that its reader can act on: the reason for a program, the sentence for a person. */
export interface Rejection<Reason extends string> {
  reason: Reason;
  message: string;
}

/** The sentences of a verb, by reason, in the order in which the reasons are looked for. */
export type Sentences<Reason extends string> = Readonly<Record<Reason, string>>;

/** Answers with the sentence of a reason; `about` names the code the sentence speaks of. */
export function rejectionsOf<Reason extends string>(sentences: Sentences<Reason>) {
  return (reason: Reason, about?: string): Rejection<Reason> => ({
    reason,
    message: about ? sentences[reason].replace(/\.$/u, `: ${about}.`) : sentences[reason],
  });
}
