import type { Page } from "playwright-core";
import { beginCount, printSheet } from "./begun-count.ts";

/** Paper that goes out, and a sheet that is typed in. */
export async function pagesOfSheets(page: Page): Promise<[path: string, ready: string][]> {
  const count = await beginCount(page, { title: "On paper", zones: 1, isAlone: true });
  await printSheet(page, count);
  return [
    [count.path.replace("/lines", "/sheets"), "tbody tr"],
    [count.path.replace("/lines", "/sheets/1"), "input.written"],
  ];
}
