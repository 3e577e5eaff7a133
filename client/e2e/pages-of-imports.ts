import { CheckImport } from "@tallyroom/schema/operations/check-import.ts";
import { ImportFile } from "@tallyroom/schema/operations/import-file.ts";
import { OpenSession } from "@tallyroom/schema/operations/open-session.ts";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { ask } from "./desk.ts";

const file = "Item ID,Description,UOM\nNEW-1,New,EA\n,Nameless,EA\nNEW-2,Odd,PAIR\n";

/** The page of a file of items with two rows that are wrong, checked. */
async function checkedImport(page: Page): Promise<string> {
  const { viewer } = await ask(page, OpenSession, {});
  const warehouse = viewer?.warehouses.find(({ code }) => code === "MAIN");
  const address = `/import-files?name=items.csv&warehouse=${warehouse?.id ?? ""}`;
  const id = await page.evaluate(
    async ([to = "", body = ""]) => {
      const headers = { "content-type": "application/octet-stream" };
      const answer = await fetch(to, { method: "POST", headers, body });
      return ((await answer.json()) as { id: string }).id;
    },
    [address, file],
  );
  const mapping = (["ITEM", "DESCRIPTION", "UNIT"] as const).map((field, column) => ({
    ...{ field, column },
  }));
  const asked = await ask(page, CheckImport, { input: { importId: id, kind: "ITEMS", mapping } });
  expect(asked.checkImport.__typename).toBe("ImportCheckAskedFor");
  await expect
    .poll(async () => {
      const { node } = await ask(page, ImportFile, { id });
      return node?.__typename === "Import" && node.state;
    })
    .toBe("CHECKED");
  return `/import/${encodeURIComponent(id)}?warehouse=MAIN`;
}

/** Where files are dropped, and one with its errors. */
export async function pagesOfImports(page: Page): Promise<[path: string, ready: string][]> {
  return [
    ["/import?warehouse=MAIN", ".template-list li"],
    [await checkedImport(page), ".errors-panel tbody tr"],
  ];
}
