import { language } from "#lib/shared/language/language.svelte.ts";
import { openSession } from "#lib/shared/session/require-session.ts";
import { loadDeskWords } from "#lib/shell/languages/load-desk-words.ts";
import type { LayoutLoad } from "./$types";

export const load: LayoutLoad = async () => {
  await Promise.all([openSession(), language.learn(loadDeskWords)]);
};
