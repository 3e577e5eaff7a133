import type { doorWords } from "#lib/shared/language/door-words.ts";
import type { leavingWords } from "#lib/shared/language/leaving-words.ts";
import type { tabWords } from "#lib/shared/language/tab-words.ts";
import type { languageWords } from "#lib/shared/language/language-words.ts";
import type { Translated } from "#lib/shared/language/text.ts";
import type { displayWords } from "../display-words.ts";
import type { placeWords, shellWords } from "../shell-words.ts";

/** What the desk says in every language: its frame and its door. Its pages are English. */
export interface DeskCatalogue {
  display: Translated<(typeof displayWords)["english"]>;
  door: Translated<(typeof doorWords)["english"]>;
  language: Translated<(typeof languageWords)["english"]>;
  leaving: Translated<(typeof leavingWords)["english"]>;
  places: Translated<(typeof placeWords)["english"]>;
  shell: Translated<(typeof shellWords)["english"]>;
  tabs: Translated<(typeof tabWords)["english"]>;
}
