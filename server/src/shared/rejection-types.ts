import { Field, ObjectType, createUnionType, registerEnumType, type ClassType } from "type-graphql";

export interface RejectionClass<Reason extends string> {
  new (): object;
  because(reason: Reason, message?: string): object;
}

/** The verb's rejection with its reasons in the order in which they are checked. */
export function rejectionOf<Reason extends string>(
  verb: string,
  messages: Record<Reason, string>,
): RejectionClass<Reason> {
  const reasons = reasonsOf(verb, messages);

  @ObjectType(`${verb}Rejected`, { description: "Why nothing was done." })
  class Rejected {
    @Field(() => reasons, { description: "The reason, for programs." })
    reason!: Reason;

    @Field(() => String, { description: "The reason in one sentence, for people." })
    message!: string;

    /** With the reason's own sentence, or with one that names what it is about. */
    static because(reason: Reason, message: string = messages[reason]): Rejected {
      return Object.assign(new Rejected(), { reason, message });
    }
  }
  return Rejected;
}

export function reasonsOf<Reason extends string>(
  verb: string,
  messages: Record<Reason, string>,
): Record<string, string> {
  const entries = Object.entries<string>(messages);
  const reasons = Object.fromEntries(entries.map(([reason]) => [reason, reason]));
  registerEnumType(reasons, {
    name: `${verb}RejectionReason`,
    description: "Why nothing was done; of several reasons, the first in this order.",
    valuesConfig: Object.fromEntries(
      entries.map(([reason, description]) => [reason, { description }]),
    ),
  });
  return reasons;
}

/** What a verb can answer, told apart by class. */
export function resultOf(verb: string, types: readonly ClassType[]): object {
  return createUnionType({
    name: `${verb}Result`,
    description: "Done, or why not.",
    types: () => types,
    resolveType: (value: object) => value.constructor as ClassType,
  }) as object;
}
