import { readdirSync } from "node:fs";
import path from "node:path";
import type { Text, Texts } from "./text.ts";
import type { Words } from "./words.ts";

/** For tests: every section of words that stands below these folders, in English. */
export async function englishSections(folders: readonly string[]): Promise<Map<string, Texts>> {
  const sections = new Map<string, Texts>();
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((each) => each.endsWith("-words.ts"))
      .map((file) => path.join(folder, file)),
  );
  for (const file of files) {
    const module = (await import(file)) as Record<string, unknown>;
    for (const said of Object.values(module)) {
      if (typeof said !== "function" || !("english" in said)) continue;
      const { section, english } = said as Words<Texts>;
      if (sections.has(section)) throw new Error(`Two sections are called ${section}.`);
      sections.set(section, english);
    }
  }
  return sections;
}

const wordingsOf = (text: Text) => (typeof text === "string" ? [text] : Object.values(text));
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

/** What a translation lacks, has too much of, or asks for under another name. */
export function faultsOf(english: Texts, translated: Texts | undefined, rules: readonly string[]) {
  const faults: string[] = [];
  for (const key of new Set([...Object.keys(english), ...Object.keys(translated ?? {})])) {
    const [own, other] = [english[key], translated?.[key]];
    if (own === undefined || other === undefined) {
      faults.push(`${key} is in one language only`);
      continue;
    }
    const known = wordingsOf(own).flatMap(placeholders);
    for (const wording of wordingsOf(other)) {
      if (wording.trim() === "") faults.push(`${key} says nothing`);
      for (const each of placeholders(wording))
        if (!known.includes(each)) faults.push(`${key} asks for ${each}`);
    }
    const spoken = typeof other === "string" ? other : other.other;
    for (const each of new Set(known))
      if (!spoken.includes(each)) faults.push(`${key} leaves ${each} out`);
    if (typeof own === "string") continue;
    for (const rule of rules)
      if (typeof other === "string" || !(rule in other)) faults.push(`${key} has no ${rule}`);
  }
  return faults;
}
