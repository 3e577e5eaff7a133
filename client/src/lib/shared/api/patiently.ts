import { asProblem, type Problem } from "./problem.ts";
import { waitToRetry } from "./wait-to-retry.ts";

export type Wait = (triesBefore: number) => Promise<void>;

/** What passes by itself: no answer, too many at once, a fault of the server's. */
export function isPassing({ kind }: Problem): boolean {
  return kind === "network" || kind === "internal" || kind === "rate-limited";
}

/**
 * Asks until there is an answer. Only what will not pass by itself is thrown; `isWanted` ends the
 * asking when nobody waits for the answer any more, which is then undefined.
 */
export async function patiently<Answer>(
  ask: () => Promise<Answer>,
  isWanted: () => boolean,
  { wait = waitToRetry, onTrouble }: { wait?: Wait; onTrouble?: (problem: Problem) => void } = {},
): Promise<Answer | undefined> {
  for (let tries = 0; isWanted(); tries += 1) {
    try {
      const answer = await ask();
      return isWanted() ? answer : undefined;
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (!isPassing(problem)) throw problem;
      if (isWanted()) onTrouble?.(problem);
    }
    await wait(tries);
  }
  return undefined;
}
