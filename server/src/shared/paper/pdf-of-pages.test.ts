import { buffer } from "node:stream/consumers";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import type { Mark } from "./marks.ts";
import { pdfOfPages } from "./pdf-of-pages.ts";

const made = { title: "Sheet", at: new Date("2026-11-21T13:05:00Z") };
const text = (words: string, width = 300): Mark => ({
  ...{ kind: "TEXT", x: 40, y: 40, width, text: words, size: 10 },
});
const pdfOf = (pages: Mark[][]) => buffer(pdfOfPages(pages, made));

async function textsOf(pdf: Buffer): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf) }).promise;
  const texts: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    texts.push(items.map((item) => ("str" in item ? item.str : "")).join(""));
  }
  return texts;
}

test("each page is a page, with its words in whatever script", async () => {
  const words = ["Łódź, grün, 0O1l", "Ωmega и склад", "六角ボルト M8", "육각 볼트", "สลักเกลียว"];
  const pages = words.map((each) => [text(each)]);
  expect(await textsOf(await pdfOf(pages))).toEqual(words);
});

test("what does not fit is cut off, with an ellipsis", async () => {
  const [cut = ""] = await textsOf(await pdfOf([[text("a description that goes on and on", 60)]]));
  expect(cut).toMatch(/^a descri.*…$/u);
});

test("what may take two lines is broken between words, and only then cut off", async () => {
  const twoLines = { ...text("a description that goes on and on and on", 60), linesAtMost: 2 };
  const [broken = ""] = await textsOf(await pdfOf([[twoLines]]));
  expect(broken).toMatch(/^a description *that goes.*…$/u);
});

test("the same pages make the same file", async () => {
  const pages = [[text("CC-0007"), { kind: "QR", x: 1, y: 1, size: 40, code: "here" } as const]];
  expect(await pdfOf(pages)).toEqual(await pdfOf(pages));
});

test("bars that would be too fine to be read are left out, and so is what they cannot say", async () => {
  const bars = (code: string, width: number): Mark => ({
    ...{ kind: "BARS", x: 40, y: 40, width, height: 20, code },
  });
  const sizes = await Promise.all(
    [bars("SKU-1", 120), bars("SKU-1", 20), bars("رف", 120)].map(
      async (mark) => (await pdfOf([[mark]])).length,
    ),
  );
  const [empty] = [(await pdfOf([[]])).length];
  expect(sizes.map((size) => size > empty + 100)).toEqual([true, false, false]);
});
