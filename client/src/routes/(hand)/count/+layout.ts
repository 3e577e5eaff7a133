import { error, redirect } from "@sveltejs/kit";
import { asProblem } from "#lib/shared/api/problem.ts";
import { signInPath } from "#lib/shared/session/return-path.ts";
import { hand } from "#lib/hand/hand.svelte.ts";
import { loadHandWords } from "#lib/hand/languages/load-hand-words.ts";
import { language } from "#lib/shared/language/language.svelte.ts";
import { workWords } from "#lib/hand/screens/work-words.ts";
import type { LayoutLoad } from "./$types";

export const load: LayoutLoad = async ({ url }) => {
  // Without its words the hand speaks English, and counts.
  await language.learn(loadHandWords);
  try {
    await hand.open();
  } catch (thrown) {
    error(503, { message: asProblem(thrown).message });
  }
  // Whoever comes back from signing in is known to the server now; who is known here need not wait for it.
  if (!hand.person) await hand.signedIn();
  else if (hand.trouble === "unauthenticated") void hand.signedIn();
  if (!hand.person) redirect(307, signInPath(url));
  if (!hand.person.mayCount) error(403, workWords("notAllowed"));
};
