import { existsSync } from "node:fs";
import path from "node:path";
import type { Rule } from "./rule.ts";

const projectRoot = path.resolve(import.meta.dirname, "..", "..");
const LINK = /\]\(([^)\s]+)[^)]*\)|\b(?:src|href)="([^"]+)"/g;

/** Where a link leads inside the project; nothing for addresses elsewhere and places on the same page. */
function fileBehind(document: string, link: string): string | undefined {
  const [file = ""] = link.split("#");
  if (!file || /^[a-z]+:/i.test(file)) return undefined;
  return path.posix.join(path.posix.dirname(document), decodeURI(file));
}

export const DOCUMENT_RULES: Rule[] = [
  {
    name: "links in documents lead somewhere",
    applies: (file) => file.endsWith(".md"),
    find: ({ path: document, lines }) =>
      lines.flatMap((text, at) =>
        [...text.matchAll(LINK)].flatMap(([, inText, inTag]) => {
          const file = fileBehind(document, inText ?? inTag ?? "");
          if (!file || existsSync(path.join(projectRoot, file))) return [];
          const what = `there is no ${file}`;
          return [
            { line: at + 1, what, fix: "name the file as it is called now, or leave it out" },
          ];
        }),
      ),
    planted: { path: "docs/API.md", text: "Read [how](../server/src/gone.ts).\n" },
  },
];
