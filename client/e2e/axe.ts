import axe from "axe-core";
import type { Page } from "playwright-core";

const allRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** A look is colours alone: what else is wrong with a page is wrong in the first one. */
const rulesOfColours = ["color-contrast", "link-in-text-block"];

const schemes = ["light", "dark"] as const;
const palettes = ["default", "529", "monochrome"] as const;
const looks = schemes.flatMap((scheme) => palettes.map((palette) => ({ scheme, palette })));

type Look = (typeof looks)[number];
const firstLook: Look = { scheme: "light", palette: "default" };

/** How a page is opened for that: its colours are those of a look at once, not on their way from another. */
export const still = { reducedMotion: "reduce" } as const;

/** What axe finds in the page as it stands. */
export async function violationsNow(page: Page, rules = allRules): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (runOnly) => (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly }),
    rules,
  );
  const { pathname } = new URL(page.url());
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${pathname} ${id}: ${help} at ${target} ${failureSummary}`,
    ),
  );
}

/** The same in every look, for a page that stands still. */
export async function violationsInAllLooks(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const look of looks) {
    await wear(page, look);
    const isFirst = look.scheme === firstLook.scheme && look.palette === firstLook.palette;
    const violations = await violationsNow(page, isFirst ? allRules : rulesOfColours);
    found.push(...violations.map((each) => `${look.scheme}, palette ${look.palette}: ${each}`));
  }
  await wear(page, firstLook);
  return found;
}

async function wear(page: Page, look: Look): Promise<void> {
  await page.evaluate((worn) => void Object.assign(document.documentElement.dataset, worn), look);
}
