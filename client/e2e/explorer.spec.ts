import { expect, test } from "vitest";
import { enter, useDesk } from "./desk.ts";
import { firstLineOfStock, receive } from "./first-line-of-stock.ts";

const desk = useDesk();

test.each(["/explorer", "/graphql"])("the explorer at %s runs a query", async (path) => {
  const page = await enter(desk, "Supervisor", path);
  const query = page.getByRole("textbox", { name: "Query" });
  await query.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("query Who { viewer { user { name } } }");
  await page.keyboard.press("Control+Enter");
  await page.getByText(/^answered in \d+ ms$/).waitFor();
  const result = page.getByRole("textbox", { name: "Result" });
  expect(await result.innerText()).toContain('"viewer"');

  await page.reload();
  await page.getByRole("button", { name: "History" }).click();
  await page.getByRole("menuitem", { name: /query Who/ }).waitFor();
});

test("the schema can be read type by type", async () => {
  const page = await enter(desk, "Supervisor", "/explorer");
  const docs = page.getByRole("region", { name: "Schema" });
  await docs.getByRole("button", { name: "Query", exact: true }).click();
  await docs.getByRole("button", { name: "Item", exact: true }).first().click();
  await docs.getByRole("heading", { name: "Item" }).waitFor();
  await docs.getByText("abcClass", { exact: true }).waitFor();
});

test("a subscription runs until it is stopped", async () => {
  const page = await enter(desk, "Administrator", "/explorer");
  const first = await firstLineOfStock(page);
  await page.getByText(/^Live/).waitFor();
  await page.getByRole("textbox", { name: "Query" }).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(
    `subscription { stockFeed(warehouseId: "${first.warehouse.id}") { moves { reference } } }`,
  );
  await page.keyboard.press("Control+Enter");
  await page.getByText("listening").waitFor();
  const result = page.getByRole("textbox", { name: "Result" });
  await receive(page, first, { quantity: "2", reference: "PO-EXPLORED" });
  await result.getByText("PO-EXPLORED").waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByRole("button", { name: /^Run/ }).waitFor();
});
