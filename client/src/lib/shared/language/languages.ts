import type { Texts } from "./text.ts";

export type LanguageCode = "en" | "de" | "es" | "ar";

/** Sections of words; the type of each is its English. */
export type TextsBySection = Readonly<Record<string, Texts>>;

export interface Language {
  code: LanguageCode;
  /** As its speakers write it: whoever looks for it reads no other. */
  ownName: string;
  isRightToLeft: boolean;
}

export const languages: readonly Language[] = [
  { code: "en", ownName: "English", isRightToLeft: false },
  { code: "de", ownName: "Deutsch", isRightToLeft: false },
  { code: "es", ownName: "Español", isRightToLeft: false },
  { code: "ar", ownName: "العربية", isRightToLeft: true },
];

export function isLanguageCode(text: unknown): text is LanguageCode {
  return languages.some(({ code }) => code === text);
}

export function languageOf(code: LanguageCode): Language {
  return languages.find((each) => each.code === code) ?? (languages[0] as Language);
}

/** What this person's browser asks for first among what there is. */
export function usualLanguage(wanted: readonly string[]): LanguageCode {
  for (const tag of wanted) {
    const found = languages.find(({ code }) => tag.toLowerCase().split("-")[0] === code);
    if (found) return found.code;
  }
  return "en";
}

/**
 * The language as its region writes numbers and dates. Digits are those on the labels and on the pad,
 * whatever the region: what is counted is compared with what is printed.
 */
export function localeOf(code: LanguageCode, wanted: readonly string[]): string {
  const tags = wanted.filter((each) => each.toLowerCase().split("-")[0] === code && isTag(each));
  return new Intl.Locale(tags[0] ?? code, { numberingSystem: "latn" }).toString();
}

/** Some browsers ask for "en-US@posix", which is no language to anybody else. */
function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length > 0;
  } catch {
    return false;
  }
}
