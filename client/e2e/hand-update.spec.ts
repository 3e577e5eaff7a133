import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { builtClient } from "../../tools/products/build-client.ts";
import { useDesk } from "./desk.ts";
import { beginOnFloor, simpleLine } from "./floor.ts";
import { openPlace, quantity, scan, takePhone } from "./phone.ts";

/** Pages of its own, of which a newer version can be put up. */
const pages = mkdtempSync(path.join(tmpdir(), "tallyroom-pages-"));
cpSync(builtClient, pages, { recursive: true });
afterAll(() => rmSync(pages, { recursive: true }));
const desk = useDesk({ environment: { TALLYROOM_CLIENT: pages } });

function putUpNewerPages() {
  const worker = path.join(pages, "service-worker.js");
  writeFileSync(worker, `${readFileSync(worker, "utf8")}\n// newer\n`);
}

test("newer pages are offered once nothing is unsent, and used when a person says so", async () => {
  const floor = await beginOnFloor(desk, "While pages change");
  const line = simpleLine(floor);
  const maria = await takePhone(desk);
  await maria.goto("/count");
  await maria.evaluate(() => navigator.serviceWorker.ready);
  await maria.reload();
  await openPlace(maria, floor.countId, line.location.id);
  putUpNewerPages();
  await maria.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    if (registration.waiting) return;
    await new Promise<void>((resolve) => {
      const worker = registration.installing;
      worker?.addEventListener("statechange", () => worker.state === "installed" && resolve());
    });
  });
  const offer = maria.getByRole("button", { name: "A newer version is ready: use it" });

  // At an open line, and with something unsent, there is no offer.
  await maria.context().setOffline(true);
  await scan(maria, line.gtin);
  await expect.poll(() => quantity(maria).innerText()).toBe("1");
  expect(await offer.count()).toBe(0);
  await maria.goto("/count");
  await maria.getByRole("link", { name: /1 waiting/ }).waitFor();
  expect(await offer.count()).toBe(0);

  await maria.context().setOffline(false);
  await offer.waitFor();
  await Promise.all([maria.waitForEvent("load"), offer.click()]);
  await maria.getByText("My work", { exact: true }).first().waitFor();
  expect(await offer.count()).toBe(0);
});
