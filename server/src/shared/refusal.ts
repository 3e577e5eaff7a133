import { GraphQLError } from "graphql";

/** The closed list of codes a refused request can carry; docs/API.md explains each. */
export const refusalCodes = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "BAD_USER_INPUT",
  "RATE_LIMITED",
  "DOCUMENT_TOO_COMPLEX",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** A no for the developer or the administrator; what a user can act on is a rejection instead. */
export class Refusal extends GraphQLError {
  constructor(code: RefusalCode, message: string) {
    super(message, { extensions: { code } });
  }
}

/** Unknown, foreign and forbidden ids answer alike, so that an id tells nothing. */
export function notFound(noun: string): Refusal {
  return new Refusal("NOT_FOUND", `There is no such ${noun}.`);
}
