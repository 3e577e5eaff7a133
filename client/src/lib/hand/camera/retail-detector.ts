import { hasRightCheckDigit } from "../scanning/check-digit.ts";
import type { SeenCode } from "./read-codes.ts";

/** What browsers have of their own, where they have it. No types of it are shipped yet. */
interface DetectedBarcode {
  rawValue: string;
  boundingBox: { x: number; y: number; width: number; height: number };
}

interface Detector {
  detect(picture: ImageBitmapSource): Promise<DetectedBarcode[]>;
}

interface DetectorClass {
  new (options: { formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

/**
 * The browser's own detector reads blurred and slanted retail codes that the decoder misses. It tells neither
 * symbology nor separators, so that it is asked for nothing else: half of a GS1 label would pass for a whole one.
 */
const retailFormats = ["ean_13", "ean_8", "upc_a"];

export async function openRetailDetector(
  scope: { BarcodeDetector?: DetectorClass } = globalThis as never,
): Promise<((picture: ImageBitmapSource) => Promise<SeenCode[]>) | null> {
  const { BarcodeDetector } = scope;
  const known: string[] = (await BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? [];
  const formats = retailFormats.filter((format) => known.includes(format));
  if (!BarcodeDetector || formats.length === 0) return null;
  const detector = new BarcodeDetector({ formats });
  return async (picture) => {
    const found = await detector.detect(picture).catch(() => []);
    return found
      .filter(({ rawValue }) => hasRightCheckDigit(rawValue))
      .map(({ rawValue, boundingBox: { x, y, width, height } }) => ({
        ...{ text: `]E${rawValue.length === 8 ? "4" : "0"}${rawValue}` },
        ...{ x: x + width / 2, y: y + height / 2 },
      }));
  };
}
