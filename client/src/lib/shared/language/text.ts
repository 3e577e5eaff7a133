/** One wording for each kind of number that a language tells apart, chosen by `count`. */
export type Plural = { readonly other: string } & {
  readonly [Rule in Exclude<Intl.LDMLPluralRule, "other">]?: string;
};

/** What is said, with `{placeholders}` for what is known only when it is said. */
export type Text = string | Plural;
export type Texts = Readonly<Record<string, Text>>;

type NamesIn<Wording extends string> = Wording extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** The names that have to be given a value. */
export type Placeholder<Said extends Text> = Said extends string
  ? NamesIn<Said>
  : Said extends Plural
    ? NamesIn<Said["other"]> | "count"
    : never;

/** The same words in another language: every key, and plurals where English has them. */
export type Translated<English extends Texts> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Plural;
};

export type Values = Readonly<Record<string, string | number>>;

export interface Manner {
  locale: string;
  isRightToLeft: boolean;
}

const pluralRules = new Map<string, Intl.PluralRules>();

function rulesOf(locale: string): Intl.PluralRules {
  const rules = pluralRules.get(locale) ?? new Intl.PluralRules(locale);
  pluralRules.set(locale, rules);
  return rules;
}

/** Says a text with its values, as a language does it. */
export function sayText(text: Text, values: Values, { locale, isRightToLeft }: Manner): string {
  const wording =
    typeof text === "string"
      ? text
      : (text[rulesOf(locale).select(Number(values.count))] ?? text.other);
  return wording.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    const said = typeof value === "number" ? value.toLocaleString(locale) : value;
    return isRightToLeft ? isolated(said) : said;
  });
}

/** Codes and quantities keep their own direction in the middle of a sentence that has another. */
const isolated = (said: string) => `\u2068${said}\u2069`;
