import type { ProblemKind } from "#lib/shared/api/problem.ts";
import { words } from "#lib/shared/language/words.ts";

export const pillWords = words("pill", {
  refused: "{count} refused",
  signIn: "Sign in",
  offline: "Offline",
  allSent: "All sent",
  sending: "Sending {count}",
  waiting: "{state} · {count} waiting",
  open: "{state}. Open the sync centre",
});

/** How the device stands with the server, in three words. */
export function standingWords(
  trouble: ProblemKind | null,
  { waiting, rejected }: { waiting: number; rejected: number },
): { short: string; isWell: boolean } {
  const ill = (state: string) => ({
    short: waiting === 0 ? state : pillWords("waiting", { state, count: waiting }),
    isWell: false,
  });
  if (rejected > 0) return ill(pillWords("refused", { count: rejected }));
  if (trouble === "unauthenticated") return ill(pillWords("signIn"));
  if (trouble !== null) return ill(pillWords("offline"));
  const short = waiting === 0 ? pillWords("allSent") : pillWords("sending", { count: waiting });
  return { short, isWell: true };
}
