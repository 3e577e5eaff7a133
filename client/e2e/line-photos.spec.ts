import { expect, test } from "vitest";
import { beginCount, enterCounts, linesOf } from "./begun-count.ts";
import { enter, useDesk } from "./desk.ts";

const desk = useDesk();

test("adds a picture of an empty shelf, which is small by then and says nothing but what it shows", async () => {
  const ines = await enter(desk, "Supervisor", "/counts?warehouse=MAIN");
  const maria = await enter(desk, "Counter", "/counts?warehouse=MAIN");
  const count = await beginCount(ines, { title: "Photographed", zones: 1, isAlone: true });
  const [line] = await linesOf(maria, count);
  await enterCounts(maria, count, [{ lineId: line?.id ?? "", quantity: "0" }]);
  await ines.goto(count.path.replace("/lines", "/discrepancies"));
  await ines.locator("tbody .opener").first().click();
  const drawer = ines.getByRole("complementary", { name: `Line ${line?.item.sku}` });
  await drawer.getByRole("button", { name: "Add a picture" }).waitFor();

  const drawn = await ines.evaluate(async () => {
    const canvas = new OffscreenCanvas(3_000, 2_000);
    const paint = canvas.getContext("2d");
    if (paint) paint.fillRect(100, 100, 800, 600);
    const blob = await canvas.convertToBlob({ type: "image/png" });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  const pictures = drawer.locator("input[type=file]");
  await pictures.setInputFiles({
    name: "shelf.png",
    mimeType: "image/png",
    buffer: Buffer.from(drawn),
  });
  const picture = drawer.getByRole("img", { name: /^Taken by / });
  await picture.waitFor();
  const size = () => picture.evaluate((each: HTMLImageElement) => each.naturalWidth);
  await expect.poll(size).toBe(1_600);

  const text = Buffer.from("no picture at all");
  await pictures.setInputFiles({ name: "notes.png", mimeType: "image/png", buffer: text });
  await drawer.getByText("This browser cannot read that file as a picture.").waitFor();
  expect(await picture.count()).toBe(1);
});
