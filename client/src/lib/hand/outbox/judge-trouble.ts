import type { ProblemKind } from "#lib/shared/api/problem.ts";

/** What a sender does about a batch that had no answer of its own. */
export type Remedy =
  /** Nobody was reached: the same again, later. */
  | "WAIT"
  /** Something in the batch is wrong: find out what by sending less. */
  | "SPLIT"
  /** It may be the batch or the server: later, and less of it. */
  | "WAIT_AND_SPLIT"
  /** A person has to sign in, or be given rights. */
  | "PAUSE";

export function remedyFor(kind: ProblemKind): Remedy {
  switch (kind) {
    case "network":
    case "rate-limited":
      return "WAIT";
    case "bad-input":
    case "not-found":
      return "SPLIT";
    case "internal":
      return "WAIT_AND_SPLIT";
    case "unauthenticated":
    case "forbidden":
      return "PAUSE";
  }
}
