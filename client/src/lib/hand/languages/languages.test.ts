import path from "node:path";
import { expect, test } from "vitest";
import { languages } from "#lib/shared/language/languages.ts";
import { englishSections, faultsOf } from "#lib/shared/language/translation-faults.ts";
import { press, pressed, valueOf } from "../task/pad-value.ts";
import { loadHandWords } from "./load-hand-words.ts";

const hand = path.join(import.meta.dirname, "..");

test.each(languages.filter(({ code }) => code !== "en"))(
  "$ownName says all that English says",
  { timeout: 30_000 },
  async ({ code }) => {
    const english = await englishSections([hand]);
    const translated = await loadHandWords(code);
    expect(english.size).toBeGreaterThan(10);
    expect(Object.keys(translated ?? {}).sort()).toEqual([...english.keys()].sort());
    const rules = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
    for (const [section, texts] of english)
      expect(faultsOf(texts, translated?.[section], rules), section).toEqual([]);
  },
);

test("decimals are typed with a comma in German", () => {
  const typed = (keys: string, point: string) =>
    [...keys].reduce((text, key) => {
      const padKey = pressed(key, point);
      return padKey ? press(text, padKey, 3) : text;
    }, "");
  expect(valueOf(typed("1,25", ","), 3)).toEqual({ kind: "VALUE", value: "1.25" });
  expect(valueOf(typed("1.250", ","), 3)).toEqual({ kind: "VALUE", value: "1250" });
  expect(valueOf(typed("1.25", "."), 3)).toEqual({ kind: "VALUE", value: "1.25" });
});
