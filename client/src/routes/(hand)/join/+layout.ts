import { loadHandWords } from "#lib/hand/languages/load-hand-words.ts";
import { language } from "#lib/shared/language/language.svelte.ts";
import type { LayoutLoad } from "./$types";

/** Without its words the hand speaks English. */
export const load: LayoutLoad = () => language.learn(loadHandWords);
