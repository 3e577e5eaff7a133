import { error, redirect } from "@sveltejs/kit";
import { asProblem } from "#lib/shared/api/problem.ts";
import { signInPath } from "#lib/shared/session/return-path.ts";
import { hand } from "#lib/hand/hand.svelte.ts";
import { findCounts } from "#lib/hand/join/find-counts.ts";
import { readJoinCode } from "#lib/hand/join/join-code.ts";
import { joinWords } from "#lib/hand/join/join-words.ts";
import { judgeJoin } from "#lib/hand/join/judge-join.ts";
import { workWords } from "#lib/hand/screens/work-words.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, params, parent }) => {
  await parent();
  const code = readJoinCode(params.code);
  if (!code) error(404, joinWords("noCode", { text: params.code }));
  const { number } = code;
  const warehouse = url.searchParams.get("warehouse");
  const counts = await countsMeant(url, { number, warehouse });
  return { number, verdict: judgeJoin(number, counts) };
};

/** Asked of the server: somebody may have signed in or out since this device last heard of it. */
async function countsMeant(url: URL, code: { number: number; warehouse: string | null }) {
  try {
    await hand.open();
    await hand.signedIn();
    if (hand.person?.mayCount) return await findCounts(hand.api, hand.person, code);
  } catch (thrown) {
    const { kind, message } = asProblem(thrown);
    if (kind !== "unauthenticated") error(503, { message });
  }
  if (hand.person && !hand.person.mayCount) error(403, workWords("notAllowed"));
  redirect(307, signInPath(url));
}
