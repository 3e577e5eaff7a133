import type { VariablesOf } from "@tallyroom/schema/graphql.ts";
import type { CloseCountSession } from "@tallyroom/schema/operations/close-count-session.ts";
import { LinesNotVisited } from "@tallyroom/schema/operations/lines-not-visited.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import { addDecimals, multiplyDecimals } from "#lib/shared/text/decimal.ts";

export type NotVisitedPolicy = VariablesOf<typeof CloseCountSession>["input"]["notVisited"];

const linesAsked = 500;

export interface NotVisitedStake {
  /** Of how many lines: of very many only the first are summed. */
  lines: number;
  value: string;
  withoutCost: number;
}

/** What lines that nobody visited held when the count began; null where the viewer may not know. */
export async function readNotVisitedStake(sessionId: string): Promise<NotVisitedStake | null> {
  const seesValue = session.can("view:expected-quantity") && session.can("view:cost");
  if (!seesValue) return null;
  const { countSession } = await api.query(LinesNotVisited, {
    sessionId,
    limit: linesAsked,
    seesValue,
  });
  const lines = countSession?.lineWindow ?? [];
  let value = "0";
  let withoutCost = 0;
  for (const { quantitySnapshot, item } of lines) {
    const { unitCost } = item;
    if (quantitySnapshot === null || unitCost === null || unitCost === undefined) withoutCost += 1;
    else value = addDecimals(value, multiplyDecimals(quantitySnapshot, unitCost));
  }
  return { lines: lines.length, value, withoutCost };
}
