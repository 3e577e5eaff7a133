import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useDesk, type Desk } from "./desk.ts";
import { filmBefore, type Scene } from "./fake-camera.ts";
import { beginOnFloor, simpleLine } from "./floor.ts";
import { band, openPlace, quantity, takePhone } from "./phone.ts";
import { readPng, writePng } from "./png-picture.ts";

const desk = useDesk();
const barcodes = path.join(import.meta.dirname, "barcodes");
const picture = (file: string) => readPng(readFileSync(path.join(barcodes, file)));
/** A print of a GTIN on a carton, as ITF. */
const carton = { file: "itf-1/2.png", code: "00012345678905" };

/** A counter in front of a shelf whose first item has that carton's code, and a camera that shows a film. */
async function atTheShelf(
  title: string,
  scenes: readonly Scene[],
  before?: (page: Page) => unknown,
) {
  const floor = await beginOnFloor(desk, title);
  const line = simpleLine(floor);
  await labelItem(desk, line.item.sku, carton.code);
  const maria = await takePhone(await filmBefore(desk, scenes));
  await watchCameras(maria);
  await before?.(maria);
  await openPlace(maria, floor.countId, line.location.id);
  await expect.poll(() => quantity(maria).innerText()).toBe("–");
  return { maria, line };
}

const openCamera = (page: Page) =>
  page.getByRole("button", { name: "Scan with the camera" }).click();
const scanning = (page: Page) => page.getByText("Scanning, keep the code inside").waitFor();
const parts = (page: Page) => page.getByRole("button", { name: /^Take back/ });

/** Its other codes are as they were. */
async function labelItem({ server }: Desk, sku: string, code: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    await client.query("delete from item_barcode where code = $1", [code]);
    await client.query(
      "insert into item_barcode (item_id, code, kind) select id, $2, 'GTIN' from item where sku = $1",
      [sku, code],
    );
  } finally {
    await client.end();
  }
}

test("camera reads a real barcode, once, and the band is where it is on the Count tab", async () => {
  const { maria } = await atTheShelf("By camera", [{ picture: picture(carton.file), ms: 1_000 }]);
  const before = await band(maria).boundingBox();
  await openCamera(maria);
  await scanning(maria);
  await expect.poll(() => band(maria).innerText()).toContain("+1 → 1");
  expect(await band(maria).boundingBox()).toEqual(before);
  // It stays in view for seconds, and is one scan.
  await seesFrames(maria, 30);
  expect(await parts(maria).count()).toBe(1);
  await maria.getByRole("button", { name: "Done" }).click();
  await expect.poll(() => quantity(maria).innerText()).toBe("1");
  expect(await camerasInUse(maria)).toBe(0);
});

test("put away and shown again it counts again; hidden, the camera is let go", async () => {
  const scenes = [
    { picture: picture(carton.file), ms: 1_200 },
    { picture: null, ms: 1_500 },
  ];
  const { maria } = await atTheShelf("Shown again", scenes);
  await openCamera(maria);
  await expect.poll(() => parts(maria).count(), { timeout: 15_000 }).toBe(2);
  expect(await camerasInUse(maria)).toBe(1);
  await becomes(maria, "hidden");
  expect(await camerasInUse(maria)).toBe(0);
  await becomes(maria, "visible");
  await scanning(maria);
  expect(await camerasInUse(maria)).toBe(1);
});

test("control: before a picture without a code nothing is counted", async () => {
  const { maria } = await atTheShelf("Nothing to read", [{ picture: null, ms: 1_000 }]);
  await openCamera(maria);
  await scanning(maria);
  await seesFrames(maria, 30);
  expect(await parts(maria).count()).toBe(0);
  expect(await band(maria).getAttribute("data-tone")).toBeNull();
});

test("an unknown code pauses the camera, shows what was read, and does not ask twice", async () => {
  const { maria } = await atTheShelf("Unknown to the camera", [
    { picture: picture("code128-1/2.png"), ms: 1_000 },
  ]);
  await openCamera(maria);
  const sheet = maria.getByRole("dialog", { name: "Unknown code" });
  await sheet.getByText("Code 128", { exact: true }).waitFor();
  await maria.getByText("Camera paused").waitFor();
  await sheet.getByRole("button", { name: "Ignore this scan" }).click();
  await scanning(maria);
  await seesFrames(maria, 30);
  expect(await sheet.count()).toBe(0);
});

test("without a camera, or refused, a sentence says so, and a photo is read", async () => {
  const { maria } = await atTheShelf("By photo", [{ picture: null, ms: 1_000 }], (page) =>
    page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException("No.", "NotAllowedError"));
    }),
  );
  await openCamera(maria);
  await maria.getByRole("alert").getByText("may not use the camera").waitFor();
  const photo = maria.getByLabel("Take a photo of the code");
  const white = { width: 300, height: 200, data: new Uint8ClampedArray(300 * 200 * 4).fill(255) };
  await photo.setInputFiles({ name: "w.png", mimeType: "image/png", buffer: writePng(white) });
  await maria.getByText("No code was found in this photo").waitFor();
  await photo.setInputFiles(path.join(barcodes, carton.file));
  await expect.poll(() => band(maria).innerText()).toContain("+1 → 1");
});

/** That many frames have been looked at since. */
async function seesFrames(page: Page, frames: number): Promise<void> {
  const seen = () =>
    page.evaluate(() => Number(document.querySelector("video")?.dataset["frames"] ?? 0));
  const before = await seen();
  await expect.poll(seen, { timeout: 20_000 }).toBeGreaterThanOrEqual(before + frames);
}

/** Cameras that this page was given and has not let go, whether it still shows them or not. */
const camerasInUse = (page: Page) =>
  page.evaluate(
    () =>
      (window as unknown as { given: MediaStream[] }).given.filter((stream) =>
        stream.getTracks().some(({ readyState }) => readyState === "live"),
      ).length,
  );

function watchCameras(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const given: MediaStream[] = [];
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wishes) => {
      const stream = await ask(wishes);
      given.push(stream);
      return stream;
    };
    Object.assign(window, { given });
  });
}

/** As if somebody had turned to another tab, or come back. */
const becomes = (page: Page, state: "hidden" | "visible") =>
  page.evaluate((now) => {
    Object.defineProperty(document, "visibilityState", { value: now, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
