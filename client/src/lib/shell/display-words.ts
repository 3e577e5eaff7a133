import { words } from "#lib/shared/language/words.ts";

export const displayWords = words("display", {
  title: "Display",
  scheme: "Light",
  system: "System",
  light: "Light",
  dark: "Dark",
  palette: "Colours of variances",
  default: "Default",
  monochrome: "Monochrome",
  short: "−9 short",
  over: "+8 over",
  match: "0 match",
  moved: "moved",
  density: "Rows",
  comfortable: "Comfortable",
  compact: "Compact",
  remembered: "Remembered on this device. 529 is for eyes that see red and green alike.",
});
