import { language } from "./language.svelte.ts";
import { sayText, type Placeholder, type Text, type Texts, type Values } from "./text.ts";

/** Says one of its texts in the language that is spoken now. */
export interface Words<English extends Texts> {
  <Key extends keyof English & string>(
    key: Key,
    ...values: Placeholder<English[Key]> extends never
      ? []
      : [values: Readonly<Record<Placeholder<English[Key]>, string | number>>]
  ): string;
  readonly section: string;
  readonly english: English;
}

/**
 * The words of a section, in English. Other languages have the same section under the same keys; a key that
 * an older language does not know is said in English.
 */
export function words<const English extends Texts>(
  section: string,
  english: English,
): Words<English> {
  const say = (key: keyof English & string, values: Values = {}) => {
    const text: Text = language.texts?.[section]?.[key] ?? english[key] ?? key;
    return sayText(text, values, language);
  };
  return Object.assign(say, { section, english }) as Words<English>;
}
