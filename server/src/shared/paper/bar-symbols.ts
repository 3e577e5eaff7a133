import encoders from "bwip-js/node";

/** Widths of bars and gaps in turn, beginning with a bar; null for what Code 128 cannot say. */
export function code128(text: string): readonly number[] | null {
  if (!/^[\x20-\x7e\xa0-\xff]+$/u.test(text)) return null;
  const [drawn] = encoders.raw({ bcid: "code128", text });
  return drawn && "sbs" in drawn ? drawn.sbs : null;
}

/** Which modules are dark, row by row. */
export function qrModules(text: string): boolean[][] {
  // The types do not know of the options of single symbologies.
  const options = { bcid: "qrcode", text, eclevel: "M" };
  const [drawn] = encoders.raw(options);
  if (!drawn || !("pixs" in drawn)) throw new Error("A QR code was not drawn.");
  const { pixs, pixx, pixy } = drawn;
  return Array.from({ length: pixy }, (_, row) =>
    Array.from({ length: pixx }, (__, column) => pixs[row * pixx + column] === 1),
  );
}
