import { session } from "#lib/shared/session/session.svelte.ts";
import type { CountSession } from "./count-session.ts";
import { verbsFor, type Verb } from "./verb-choice.ts";

/** What whoever sits here can do with a count as it stands. */
export function verbsHere(count: CountSession): Verb[] {
  const seesExpected = session.can("view:expected-quantity");
  return verbsFor(count, {
    mayCount: session.can("update:stock-count"),
    mayPlan: session.can("create:stock-count"),
    mayApprove: session.can("approve:stock-count") && seesExpected,
    mayPost: session.can("post:stock-count") && seesExpected,
  });
}
