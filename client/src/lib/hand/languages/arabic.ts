import type { Catalogue } from "./catalogue.ts";
import { arabicCamera } from "./arabic/arabic-camera.ts";
import { arabicCount } from "./arabic/arabic-count.ts";
import { arabicSheets } from "./arabic/arabic-sheets.ts";
import { arabicWork } from "./arabic/arabic-work.ts";

export const arabic = {
  ...arabicCount,
  ...arabicSheets,
  ...arabicWork,
  ...arabicCamera,
} satisfies Catalogue;
