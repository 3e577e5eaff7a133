import { language } from "./language.svelte.ts";

/** Of the whole page: sheets, its title and whoever reads it out follow the language. */
export function speakOnPage(): void {
  $effect(() => {
    const { documentElement: page } = document;
    Object.assign(page, { lang: language.code, dir: language.isRightToLeft ? "rtl" : "ltr" });
  });
}
