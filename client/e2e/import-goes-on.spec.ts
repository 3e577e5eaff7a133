import pg from "pg";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { enter, useDesk } from "./desk.ts";

const desk = useDesk();
const file = "Item ID,Description,UOM\nNEW-1,New,EA\n,Nameless,EA\n";
const duringCheck = "lock table import_error in share mode";
const duringCommit = "lock table item in share mode";

/** No job comes past this table until it is let go: it stays under way for as long as somebody looks. */
async function hold(statement: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: desk.server.databaseUrl });
  await client.connect();
  await client.query("begin");
  await client.query(statement);
  return async () => {
    await client.query("rollback");
    await client.end();
  };
}

async function drop(page: Page) {
  const payload = { name: "items.csv", mimeType: "text/csv", buffer: Buffer.from(file) };
  await page.getByLabel("Choose a file").first().setInputFiles(payload);
  await page.getByRole("heading", { name: "items.csv", level: 2 }).waitFor();
}

const stop = (page: Page) => page.getByRole("button", { name: "Stop" });

test("a check and a commit are followed again after a reload and on another device, to their ends", async () => {
  const page = await enter(desk, "Administrator", "/import?warehouse=MAIN");
  await drop(page);
  const letCheckGo = await hold(duringCheck);
  await page.getByRole("button", { name: "Dry run" }).click();
  await stop(page).waitFor();
  await page.reload();
  await page.getByText("Looking at every row").waitFor();
  const other = await enter(desk, "Administrator", new URL(page.url()).pathname);
  await stop(other).waitFor();
  await letCheckGo();
  for (const each of [page, other]) {
    await each.getByText("nothing is applied yet").waitFor();
    expect(await stop(each).count()).toBe(0);
  }

  const letCommitGo = await hold(duringCommit);
  await page.getByRole("button", { name: "Commit 1, leave out 1" }).click();
  await stop(page).waitFor();
  await page.reload();
  await page.getByText("Importing").waitFor();
  await letCommitGo();
  await page.getByRole("status").getByText("1 row of items.csv").waitFor();
});

test("a check that was stopped says so to whoever comes later", async () => {
  const page = await enter(desk, "Administrator", "/import?warehouse=MAIN");
  await drop(page);
  const letGo = await hold(duringCheck);
  await page.getByRole("button", { name: "Dry run" }).click();
  await stop(page).click();
  await page.getByRole("button", { name: "Stopping …" }).waitFor();
  await letGo();
  await page.getByText("Stopped before anything was changed.").waitFor();
  await page.reload();
  await page.getByText("Stopped before anything was changed.").waitFor();
});
