import { OpenSession } from "@tallyroom/schema/operations/open-session.ts";
import { SaveOption } from "@tallyroom/schema/operations/save-option.ts";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { beginCount } from "./begun-count.ts";
import { ask, enter, useDesk } from "./desk.ts";

const desk = useDesk();

async function setOption(
  ada: Page,
  code: string,
  value: { isOn: boolean } | { text: string },
): Promise<void> {
  const { viewer } = await ask(ada, OpenSession, {});
  const warehouseId = viewer?.warehouses.find((each) => each.code === "MAIN")?.id ?? "";
  const { saveOption } = await ask(ada, SaveOption, { input: { code, warehouseId, ...value } });
  if ("message" in saveOption) throw new Error(saveOption.message);
}

test("option 198: lists of lines open with the view that was chosen", async () => {
  const ada = await enter(desk, "Administrator", "/counts?warehouse=MAIN");
  const count = await beginCount(ada, { title: "Opens with overages", zones: 1, isAlone: true });
  await ada.goto(count.path);
  const views = ada.getByRole("navigation", { name: "Views of the lines" });
  await views.locator('[aria-current="page"]').getByText("All Items").waitFor();

  await setOption(ada, "198", { text: "OVERAGES" });
  await ada.goto(count.path);
  await views.locator('[aria-current="page"]').getByText("Counted Overages").waitFor();
});

test("option 529: variances have colours that everybody tells apart, unless somebody chose his own", async () => {
  const ada = await enter(desk, "Administrator", "/counts?warehouse=MAIN");
  const palette = (page: Page) =>
    page.evaluate(() => document.documentElement.dataset["palette"] ?? "default");
  expect(await palette(ada)).toBe("default");
  await setOption(ada, "529", { isOn: true });
  const ines = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  await expect.poll(() => palette(ines)).toBe("529");

  await ines.getByRole("button", { name: "Display" }).click();
  await ines.getByRole("radio", { name: "Monochrome" }).check();
  await ines.reload();
  await expect.poll(() => palette(ines)).toBe("monochrome");
});

test("option 290: the second serial has a column of its own", async () => {
  const ada = await enter(desk, "Administrator", "/counts?warehouse=MAIN", {
    viewport: { width: 1440, height: 900 },
  });
  const count = await beginCount(ada, { title: "Pieces", isAlone: true });
  const path = count.path.replace("/lines", "/discrepancies");
  const head = (name: string) => ada.getByRole("columnheader", { name, exact: true });

  await ada.goto(`${path}&view=ALL&search=EL-80`);
  await head("Serial").waitFor();
  expect(await head("Serial2").count()).toBe(0);
  await setOption(ada, "290", { isOn: true });
  await ada.goto(`${path}&view=ALL&search=EL-80`);
  await head("Serial2").waitFor();
});
