import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPng } from "../../../../e2e/png-picture.ts";
import { placeDecoder, readCodes } from "./read-codes.ts";

/** Photographs and prints with the texts they carry: see SOURCE.md there. */
const pictures = path.join(import.meta.dirname, "../../../../e2e/barcodes");

/**
 * How many pictures of each folder the project that they come from demands that its own reader reads, of
 * those that are here.
 */
const demanded: Record<string, number> = {
  "code128-1": 5,
  "code39-1": 4,
  "datamatrix-1": 18,
  "itf-1": 9,
  "rssexpanded-1": 32,
};
const promisedPart = 0.95;

beforeAll(() => {
  const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
  placeDecoder({ wasm: new Uint8Array(readFileSync(wasm)).buffer });
});

/** Texts of element strings stand there as people read them. */
const asRead = (text: string) => text.replace(/\((\d{2,4})\)/g, "$1");
const asScanned = (text: string) => text.slice(3).replaceAll("\u001d", "");

async function readFolder(folder: string) {
  const names = readdirSync(path.join(pictures, folder)).filter((name) => name.endsWith(".png"));
  const missed: string[] = [];
  let [ms, wrong] = [0, 0];
  for (const name of names) {
    const picture = readPng(readFileSync(path.join(pictures, folder, name)));
    const said = readFileSync(path.join(pictures, folder, name.replace(/png$/, "txt")), "utf8");
    const begunAt = performance.now();
    const codes = await readCodes(picture as unknown as ImageData);
    ms += performance.now() - begunAt;
    if (!codes.some(({ text }) => asScanned(text) === asRead(said))) missed.push(name);
    wrong += codes.filter(({ text }) => asScanned(text) !== asRead(said)).length;
  }
  return { pictures: names.length, read: names.length - missed.length, missed, wrong, ms };
}

describe("what the decoder reads of real pictures", { timeout: 60_000 }, () => {
  const sum = { pictures: 0, read: 0, demanded: 0 };

  test.each(Object.entries(demanded))("%s: as many as its own project demands", async (...row) => {
    const [folder, least] = row;
    const { missed, wrong, ms, ...figures } = await readFolder(folder);
    const perPictureMs = Math.round((ms / figures.pictures) * 10) / 10;
    console.info("decoder", JSON.stringify({ folder, ...figures, demanded: least, perPictureMs }));
    if (missed.length > 0) console.info("not read", folder, missed.join(", "));
    sum.pictures += figures.pictures;
    sum.read += figures.read;
    sum.demanded += least;
    expect(figures.read).toBeGreaterThanOrEqual(promisedPart * least);
    // A code that is misread is worse than one that is not read.
    expect(wrong).toBe(0);
  });

  afterAll(() => {
    console.info("decoder, all folders", JSON.stringify(sum));
    expect(sum.read).toBeGreaterThanOrEqual(promisedPart * sum.pictures);
  });

  test("a symbology is told as a scanner tells it", async () => {
    const read = async (file: string) =>
      (await readCodes(readPng(readFileSync(path.join(pictures, file))) as unknown as ImageData))[0]
        ?.text;
    expect(await read("code128-1/2.png")).toMatch(/^\]C0/);
    expect(await read("rssexpanded-1/11.png")).toMatch(/^\]e0/);
    expect(await read("rssexpanded-1/11.png")).toContain("\u001d");
    expect(await read("datamatrix-1/abcdefg.png")).toMatch(/^\]d1/);
  });

  test("control: white paper has no code, and half of one is none", async () => {
    const width = 320;
    const paper = { width, height: 240, data: new Uint8ClampedArray(width * 240 * 4).fill(255) };
    expect(await readCodes(paper as unknown as ImageData)).toEqual([]);
    const label = readPng(readFileSync(path.join(pictures, "code128-1/1.png")));
    expect(await readCodes(rightHalfOf(label) as unknown as ImageData)).toEqual([]);
  });
});

function rightHalfOf({ width, height, data }: ReturnType<typeof readPng>) {
  const half = Math.floor(width / 2);
  const pixels = new Uint8ClampedArray(half * height * 4);
  for (let y = 0; y < height; y += 1)
    pixels.set(data.subarray((y * width + width - half) * 4, (y + 1) * width * 4), y * half * 4);
  return { width: half, height, data: pixels };
}
