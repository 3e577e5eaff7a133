import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { placeDecoder, readCodes } from "../src/lib/hand/camera/read-codes.ts";
import { enter, useDesk } from "./desk.ts";
import { readPng } from "./png-picture.ts";

const desk = useDesk();
/** A cheap printer has twice as many dots as this. */
const sharp = { deviceScaleFactor: 2, viewport: { width: 1440, height: 900 } };

beforeAll(() => {
  const client = createRequire(new URL("../src/app.html", import.meta.url));
  const wasm = client.resolve("zxing-wasm/reader/zxing_reader.wasm");
  placeDecoder({ wasm: new Uint8Array(readFileSync(wasm)).buffer });
});

async function sheetsOf(query: string): Promise<Page> {
  const page = await enter(desk, "Supervisor", `/labels?warehouse=MAIN&${query}`, sharp);
  await page.locator(".label").first().waitFor();
  return page;
}

/** What is printed and what a camera reads of it, for some of the labels. */
async function readBack(page: Page, most: number) {
  const labels = page.locator(".label");
  const read: { printed: string; symbology: string; read: string }[] = [];
  const count = await labels.count();
  const step = Math.max(1, Math.floor(count / most));
  for (let at = 0; at < count && read.length < most; at += step) {
    const label = labels.nth(at);
    const picture = readPng(await label.screenshot());
    const [code] = await readCodes(picture as unknown as ImageData);
    const printed = (await label.getAttribute("data-code")) ?? "";
    read.push({
      printed,
      symbology: code?.text.slice(0, 3) ?? "",
      read: code?.text.slice(3) ?? "",
    });
  }
  expect(read.length).toBeGreaterThan(0);
  return read;
}

test.each([
  ["locations as bars", "what=locations", /^\]C0$/],
  ["locations as Data Matrix", "what=locations&symbol=data_matrix&paper=a4-2x7", /^\]d1$/],
  ["locations as QR with check digits", "what=locations&symbol=qr&digits=yes", /^\]Q1$/],
  ["items by their GTIN", "what=items&search=wheel&paper=roll-62x29", /^\]E[04]$|^\]C0$|^\]I/],
  ["items as Data Matrix", "what=items&search=wheel&symbol=data_matrix", /^\]d1$/],
  ["the commands", "what=commands&paper=letter-3x10", /^\]C0$/],
  ["how to join a count", "what=join&paper=a4-2x4", /^\]Q1$/],
])("every symbol is read back as it was drawn: %s", async (_what, query, symbology) => {
  const page = await sheetsOf(query);
  const all = await readBack(page, 8);
  for (const { printed, read, symbology: told } of all) {
    // A GTIN-12 is an EAN that begins with zero.
    expect(read.padStart(14, "0")).toBe(printed.padStart(14, "0"));
    expect(told).toMatch(symbology);
  }
});

test("control: a label whose bars are smeared is not read", async () => {
  const page = await sheetsOf("what=commands");
  await page.evaluate(() => {
    const smear = new CSSStyleSheet();
    smear.replaceSync(".label svg { filter: blur(9px); }");
    document.adoptedStyleSheets.push(smear);
  });
  const [first] = await readBack(page, 1);
  expect(first?.read).not.toBe(first?.printed);
});

test("a sheet is printed alone and in its own size, a begun one from where it was begun", async () => {
  const page = await sheetsOf("what=commands&paper=a4-3x8");
  await page.getByLabel("Begin at").selectOption({ label: "label 5" });
  await expect.poll(() => page.locator(".used").count()).toBe(4);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  // Points: A4.
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("navigation", { name: "Main" }).isVisible()).toBe(false);
  const sheet = await page.locator(".sheet").boundingBox();
  expect(sheet?.x).toBe(0);
  expect(Math.round(((sheet?.width ?? 0) * 25.4) / 96)).toBe(210);
});
