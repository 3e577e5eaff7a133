import type { Catalogue } from "./catalogue.ts";
import { spanishCamera } from "./spanish/spanish-camera.ts";
import { spanishCount } from "./spanish/spanish-count.ts";
import { spanishSheets } from "./spanish/spanish-sheets.ts";
import { spanishWork } from "./spanish/spanish-work.ts";

export const spanish = {
  ...spanishCount,
  ...spanishSheets,
  ...spanishWork,
  ...spanishCamera,
} satisfies Catalogue;
