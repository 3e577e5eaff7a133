import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { sfntOfWoff } from "./sfnt-of-woff.ts";
import type { Script } from "./text-runs.ts";

const { resolve } = createRequire(import.meta.url);
const hyperlegible = (style: string) =>
  resolve(
    `@expo-google-fonts/atkinson-hyperlegible-next/${style}/AtkinsonHyperlegibleNext_${style}.ttf`,
  );
const dejaVu = (style: string) => resolve(`dejavu-fonts-ttf/ttf/DejaVuSansCondensed${style}.ttf`);

/** Part numbers stay readable, 0 and O apart; what that font does not have is drawn from another. */
const fonts: Record<"plain" | "bold", Record<Exclude<Script, "FAR">, string>> = {
  plain: { LATIN: hyperlegible("400Regular"), OTHER: dejaVu("") },
  bold: { LATIN: hyperlegible("700Bold"), OTHER: dejaVu("-Bold") },
};

let everyLetter: Buffer | undefined;

/** The file of a font, or its bytes. */
export function fontOf(script: Script, isBold: boolean): string | Buffer {
  if (script !== "FAR") return fonts[isBold ? "bold" : "plain"][script];
  // Fourteen megabytes: unpacked for the first sheet that needs it.
  everyLetter ??= sfntOfWoff(
    readFileSync(resolve("@fontsource/unifontex/files/unifontex-latin-400-normal.woff")),
  );
  return everyLetter;
}
