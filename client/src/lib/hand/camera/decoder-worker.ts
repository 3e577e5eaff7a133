import wasmUrl from "zxing-wasm/reader/zxing_reader.wasm?url";
import { placeDecoder, readCodes, type SeenCode } from "./read-codes.ts";
import { openRetailDetector } from "./retail-detector.ts";

/** One picture, and its answer under the same number. */
export interface DecoderQuestion {
  number: number;
  picture: ImageBitmap;
}

export type DecoderAnswer = { number: number } & ({ codes: SeenCode[] } | { fault: string });

placeDecoder({ wasmUrl });
const retailDetector = openRetailDetector();
let canvas: OffscreenCanvas | undefined;

addEventListener("message", ({ data }: MessageEvent<DecoderQuestion>) => void answer(data));

async function answer({ number, picture }: DecoderQuestion): Promise<void> {
  try {
    const codes = await read(picture);
    postMessage({ number, codes } satisfies DecoderAnswer);
  } catch (thrown) {
    postMessage({ number, fault: String(thrown) } satisfies DecoderAnswer);
  } finally {
    picture.close();
  }
}

async function read(picture: ImageBitmap): Promise<SeenCode[]> {
  const codes = await readCodes(pixelsOf(picture));
  if (codes.length > 0) return codes;
  return (await (await retailDetector)?.(picture)) ?? [];
}

function pixelsOf(picture: ImageBitmap): ImageData {
  const { width, height } = picture;
  if (canvas?.width !== width || canvas.height !== height)
    canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser gives no canvas to a worker.");
  // What is transparent is paper.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0);
  return context.getImageData(0, 0, width, height);
}
