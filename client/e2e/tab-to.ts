import type { Page } from "playwright-core";

const stopsAtMost = 120;

/** Goes on by Tab until the thing of that name has the focus. */
export async function tabTo(page: Page, name: RegExp | string): Promise<void> {
  for (let stops = 0; stops < stopsAtMost; stops += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const hasLabels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
      const label = hasLabels ? element.labels?.[0]?.textContent : element?.textContent;
      return element?.getAttribute("aria-label") ?? label ?? "";
    });
    const written = focused.replaceAll(/\s+/g, " ").trim();
    if (typeof name === "string" ? written === name : name.test(written)) return;
  }
  throw new Error(`${name} was not reached in ${stopsAtMost} stops.`);
}
