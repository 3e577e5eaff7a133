import { prepareZXingModule, readBarcodes, type ReaderOptions } from "zxing-wasm/reader";

/** A code in a picture, and where its middle is. */
export interface SeenCode {
  /** With its symbology identifier before it (`]C1`), as a scanner that tells it would type it. */
  text: string;
  x: number;
  y: number;
}

/** What stands on goods, shelves and paper of a warehouse; each more takes time of every frame. */
const options: ReaderOptions = {
  formats: [
    ...(["EANUPC", "Code128", "Code39", "ITF", "DataBar"] as const),
    ...(["DataMatrix", "QRCode", "PDF417", "Aztec"] as const),
  ],
  // Keeps the separators of GS1, which a printed text has not got.
  textMode: "Plain",
  tryHarder: true,
  maxNumberOfSymbols: 8,
};

/** Where the decoder itself is: an address of our own server, or its bytes. */
export function placeDecoder(place: { wasmUrl: string } | { wasm: ArrayBuffer }): void {
  prepareZXingModule({
    overrides: "wasm" in place ? { wasmBinary: place.wasm } : { locateFile: () => place.wasmUrl },
  });
}

/** Whatever can be read whole; its own check digits are right. */
export async function readCodes(picture: ImageData): Promise<SeenCode[]> {
  const results = await readBarcodes(picture, options);
  return results
    .filter(({ isValid, text }) => isValid && text !== "")
    .map(({ symbologyIdentifier, text, position }) => {
      const corners = [
        position.topLeft,
        position.topRight,
        position.bottomLeft,
        position.bottomRight,
      ];
      const middle = (of: (corner: { x: number; y: number }) => number) =>
        corners.reduce((sum, corner) => sum + of(corner), 0) / corners.length;
      return { text: symbologyIdentifier + text, x: middle(({ x }) => x), y: middle(({ y }) => y) };
    });
}
