import { words } from "./words.ts";

export const languageWords = words("language", {
  title: "Language",
  missing: "These words could not be fetched: try again.",
});
