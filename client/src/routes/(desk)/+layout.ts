import { language } from "#lib/shared/language/language.svelte.ts";
import { requireSession } from "#lib/shared/session/require-session.ts";
import { loadDeskWords } from "#lib/shell/languages/load-desk-words.ts";
import type { LayoutLoad } from "./$types";

export const load: LayoutLoad = async ({ url }) => {
  await Promise.all([requireSession(url), language.learn(loadDeskWords)]);
};
