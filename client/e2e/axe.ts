import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe holds against the page as it is, a sentence each. */
export async function violationsOf(page: Page): Promise<string[]> {
  const { pathname } = new URL(page.url());
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${pathname} ${id}: ${help} at ${target} ${failureSummary}`,
    ),
  );
}

interface Look {
  scheme: "light" | "dark";
  palette: "default" | "529" | "monochrome";
}

/** From its next address on, the page looks like this. */
export async function dress(page: Page, look: Look) {
  await page.addInitScript((display) => {
    localStorage.setItem("tallyroom.display", JSON.stringify(display));
  }, look);
}
