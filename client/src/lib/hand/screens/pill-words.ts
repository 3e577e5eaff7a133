import type { ProblemKind } from "#lib/shared/api/problem.ts";

const waitingWords = (waiting: number) => (waiting === 0 ? "" : ` · ${waiting} waiting`);

/** How the device stands with the server, in three words and as a sentence. */
export function pillWords(
  trouble: ProblemKind | null,
  { waiting, rejected }: { waiting: number; rejected: number },
): { short: string; isWell: boolean } {
  if (rejected > 0) return { short: `${rejected} refused${waitingWords(waiting)}`, isWell: false };
  if (trouble === "unauthenticated")
    return { short: `Sign in${waitingWords(waiting)}`, isWell: false };
  if (trouble !== null) return { short: `Offline${waitingWords(waiting)}`, isWell: false };
  return { short: waiting === 0 ? "All sent" : `Sending ${waiting}`, isWell: true };
}
