import type { RequestContext } from "../../context.ts";
import type { Identity } from "../domain/identity.ts";
import { Refusal } from "../../shared/refusal.ts";

/** For what a leaked key must not reach: the owner's password, sessions and further keys. */
export function requireSession(context: RequestContext): Identity {
  const { actor } = context;
  if (actor.credential.kind === "session") return actor;
  throw new Refusal("FORBIDDEN", "An API key cannot do this: sign in with a password.");
}
