import type { CountScope } from "./count-scope.ts";
import { moversSince } from "./movers-since.ts";
import type { Options } from "./options.ts";
import type { CountType } from "./words.ts";

/** What a session would count, with all that its type needs to choose by. */
export interface Choice {
  warehouseId: number;
  countType: CountType;
  scope: CountScope;
  now: Date;
  /** Movers are told apart by the moves since then. */
  movesSince: Date;
  /** After how many days the lots of a class are due again. */
  daysDue: Readonly<Record<"A" | "B" | "C", number>>;
  /** Whether a type that chooses passes over what another running session counts. */
  passesOverHeld: boolean;
}

export function choiceOf(
  planned: Pick<Choice, "warehouseId" | "countType" | "scope" | "passesOverHeld">,
  options: Pick<Options, "abcDaysA" | "abcDaysB" | "abcDaysC">,
  now: Date,
): Choice {
  const { warehouseId, countType, scope, passesOverHeld } = planned;
  return {
    warehouseId,
    countType,
    scope,
    now,
    movesSince: moversSince(now),
    daysDue: { A: options.abcDaysA, B: options.abcDaysB, C: options.abcDaysC },
    passesOverHeld,
  };
}
