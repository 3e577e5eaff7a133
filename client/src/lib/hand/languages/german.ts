import type { Catalogue } from "./catalogue.ts";
import { germanCamera } from "./german/german-camera.ts";
import { germanCount } from "./german/german-count.ts";
import { germanSheets } from "./german/german-sheets.ts";
import { germanWork } from "./german/german-work.ts";

export const german = {
  ...germanCount,
  ...germanSheets,
  ...germanWork,
  ...germanCamera,
} satisfies Catalogue;
