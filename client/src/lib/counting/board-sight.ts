import { session } from "#lib/shared/session/session.svelte.ts";
import { seesLineValues } from "./api-session-source.ts";
import type { CountSession } from "./count-session.ts";

export interface BoardSight {
  seesBooks: boolean;
  seesValue: boolean;
}

/** Which columns this viewer is shown of a count; the server sends no more than that anyway. */
export function boardSight({ isBlind }: Pick<CountSession, "isBlind">): BoardSight {
  const seesBooks = !isBlind || session.can("view:expected-quantity");
  return { seesBooks, seesValue: seesBooks && seesLineValues() };
}
