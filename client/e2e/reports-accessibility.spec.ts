import { expect, test } from "vitest";
import { dress, violationsOf } from "./axe.ts";
import { enter, useDesk } from "./desk.ts";
import { pagesOfReports } from "./pages-of-reports.ts";

const desk = useDesk();

// Palettes are tried on those with pictures; the rest are tables, and all are of one make.
test.each(["light", "dark"] as const)(
  "axe finds nothing on any report in %s",
  async (scheme) => {
    const page = await enter(desk, "Administrator", "/stock");
    await dress(page, { scheme, palette: "default" });
    const found: string[] = [];
    for (const [path, ready] of await pagesOfReports(page)) {
      await page.goto(path);
      await page.locator(ready).first().waitFor();
      found.push(...(await violationsOf(page)));
    }
    expect(found).toEqual([]);
  },
  150_000,
);
