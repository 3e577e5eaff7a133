import type { LoadWords } from "#lib/shared/language/language.svelte.ts";

/** What the frame and the door of the desk say; each language is a part of its own. */
export const loadDeskWords: LoadWords = async (code) => {
  switch (code) {
    case "en":
      return null;
    case "de":
      return { ...(await import("./german-desk.ts")).germanDesk };
    case "es":
      return { ...(await import("./spanish-desk.ts")).spanishDesk };
    case "ar":
      return { ...(await import("./arabic-desk.ts")).arabicDesk };
  }
};
