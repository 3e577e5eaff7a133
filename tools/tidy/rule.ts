import type { Source } from "./source.ts";

export interface Finding {
  line: number;
  what: string;
  fix: string;
}

export interface Rule {
  name: string;
  applies(path: string): boolean;
  find(source: Source): Finding[];
  /** A file that breaks the rule: a rule that does not see it sees nothing. */
  planted: { path: string; text: string };
}

export const isTest = (path: string) => /\.(test|spec)\.ts$/.test(path);
export const isCode = (path: string) => /\.(ts|mts|js|mjs|svelte)$/.test(path);

/** One finding for every line that matches. */
export function findLines(pattern: RegExp, what: string, fix: string): Rule["find"] {
  return ({ lines }) =>
    lines.flatMap((text, at) => (pattern.test(text) ? [{ line: at + 1, what, fix }] : []));
}

/** One finding for every import that is not allowed, in the words the callback gives. */
export function findImports(
  judge: (file: string, target: string) => string | undefined,
  fix: string,
) {
  return ({ path, imports }: Source): Finding[] =>
    imports.flatMap(({ line, target }) => {
      const what = judge(path, target);
      return what ? [{ line, what, fix }] : [];
    });
}

export function judge(rules: Rule[], sources: Source[]): string[] {
  return rules.flatMap((rule) =>
    sources
      .filter(({ path }) => rule.applies(path))
      .flatMap((source) =>
        rule
          .find(source)
          .map(({ line, what, fix }) => `${source.path}:${line}: ${what}; to fix: ${fix}`),
      ),
  );
}
