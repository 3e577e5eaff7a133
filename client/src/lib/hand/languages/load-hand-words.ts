import type { LoadWords } from "#lib/shared/language/language.svelte.ts";

/** What the hand says; each language is a part of its own, fetched when it is spoken. */
export const loadHandWords: LoadWords = async (code) => {
  switch (code) {
    case "en":
      return null;
    case "de":
      return (await import("./german.ts")).german;
    case "es":
      return (await import("./spanish.ts")).spanish;
    case "ar":
      return (await import("./arabic.ts")).arabic;
  }
};
