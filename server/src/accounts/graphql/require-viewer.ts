import { Refusal } from "../../shared/refusal.ts";
import type { Identity } from "../domain/identity.ts";
import { Viewer } from "./objects.ts";

/** An account can be disabled between its making and its first session. */
export function requireViewer(identity: Identity | null): Viewer {
  if (identity) return Viewer.of(identity);
  throw new Refusal("UNAUTHENTICATED", "The account is there, but could not be signed in.");
}
