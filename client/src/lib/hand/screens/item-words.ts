import { tagsKey } from "../entries/line-key.ts";
import { words } from "#lib/shared/language/words.ts";
import type { PlaceRow } from "../task/place-rows.ts";

export const itemWords = words("item", {
  lines: { one: "{count} line", other: "{count} lines" },
  progress: { one: "{done} of {count} line", other: "{done} of {count} lines" },
  lot: "lot {lot}",
  codeOf: "Code {code}",
  tags: "Radio tags",
});

/** What a row is called, of whatever it is. */
export function nameOfRow({ key, line, rawScan }: Pick<PlaceRow, "key" | "line" | "rawScan">) {
  if (key === tagsKey) return itemWords("tags");
  return line?.item.description ?? itemWords("codeOf", { code: rawScan ?? "" });
}

export const unitInWords = (code: string) => code.toLowerCase();

export const packInWords = (code: string, factor: string) => `${unitInWords(code)} ${factor}`;
