import { mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { launchBrowser } from "../../tools/testing/browser.ts";
import type { Desk } from "./desk.ts";
import type { Picture } from "./png-picture.ts";

const frame = { width: 640, height: 480 };
const framesPerSecond = 10;

/** What is held before the camera, and for how long; the film begins again at its end. */
export interface Scene {
  picture: Picture | null;
  ms: number;
}

/** The same desk, with a browser whose camera shows this film. */
export async function filmBefore(desk: Desk, scenes: readonly Scene[]): Promise<Desk> {
  const folder = mkdtempSync(path.join(tmpdir(), "tallyroom-film-"));
  const film = path.join(folder, "film.y4m");
  writeFileSync(film, filmOf(scenes));
  const browser = await launchBrowser([`--use-file-for-fake-video-capture=${film}`]);
  onTestFinished(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });
  return { ...desk, browser };
}

/** The plainest kind of film: each frame is its greys, and two quarters without a colour. */
function filmOf(scenes: readonly Scene[]): Buffer {
  const { width, height } = frame;
  const parts: Buffer[] = [
    Buffer.from(`YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`),
  ];
  const colourless = Buffer.alloc((width * height) / 2, 128);
  for (const { picture, ms } of scenes) {
    const greys = greysOf(picture);
    for (let at = 0; at < (ms / 1_000) * framesPerSecond; at += 1)
      parts.push(Buffer.from("FRAME\n"), greys, colourless);
  }
  return Buffer.concat(parts);
}

/** The picture in the middle of a grey shelf, as large as it is well seen. */
function greysOf(picture: Picture | null): Buffer {
  const { width, height } = frame;
  const greys = Buffer.alloc(width * height, 0x90);
  if (!picture) return greys;
  const larger = Math.min((width * 0.7) / picture.width, (height * 0.5) / picture.height);
  const scale = larger > 1 ? Math.floor(larger) : larger;
  const [across, down] = [Math.floor(picture.width * scale), Math.floor(picture.height * scale)];
  const [left, top] = [(width - across) >> 1, (height - down) >> 1];
  const paper = 24;
  for (let y = -paper; y < down + paper; y += 1)
    for (let x = -paper; x < across + paper; x += 1) {
      const isPicture = x >= 0 && y >= 0 && x < across && y < down;
      const at = (Math.floor(y / scale) * picture.width + Math.floor(x / scale)) * 4;
      const [red = 0, green = 0, blue = 0] = picture.data.subarray(at, at + 3);
      const grey = isPicture ? (red * 299 + green * 587 + blue * 114) / 1_000 : 255;
      const [toX, toY] = [left + x, top + y];
      if (toX >= 0 && toY >= 0 && toX < width && toY < height) greys[toY * width + toX] = grey;
    }
  return greys;
}
