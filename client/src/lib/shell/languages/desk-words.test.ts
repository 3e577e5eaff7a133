import path from "node:path";
import { expect, test } from "vitest";
import { languages } from "#lib/shared/language/languages.ts";
import { englishSections, faultsOf } from "#lib/shared/language/translation-faults.ts";
import { loadDeskWords } from "./load-desk-words.ts";

const features = ["shared", "shell"];
const folders = features.map((each) => path.join(import.meta.dirname, "..", "..", each));

test.each(languages.filter(({ code }) => code !== "en"))(
  "the frame and the door of the desk say in $ownName all that they say in English",
  { timeout: 30_000 },
  async ({ code }) => {
    const english = await englishSections(folders);
    const translated = await loadDeskWords(code);
    expect(english.size).toBeGreaterThan(4);
    expect(Object.keys(translated ?? {}).sort()).toEqual([...english.keys()].sort());
    const rules = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
    for (const [section, texts] of english)
      expect(faultsOf(texts, translated?.[section], rules), section).toEqual([]);
  },
);
