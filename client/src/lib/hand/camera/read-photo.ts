import { Decoder } from "./decoder.ts";
import { decodedSize } from "./visible-part.ts";

/** The code in a photo, the one nearest to its middle; null where there is none, or no picture at all. */
export async function readPhoto(photo: Blob): Promise<string | null> {
  const decoder = new Decoder();
  try {
    const whole = await createImageBitmap(photo);
    const { width, height } = decodedSize(whole);
    const size = { resizeWidth: width, resizeHeight: height };
    const picture = await createImageBitmap(whole, { ...size, resizeQuality: "medium" });
    whole.close();
    const codes = await decoder.read(picture);
    const far = ({ x, y }: { x: number; y: number }) => Math.hypot(x - width / 2, y - height / 2);
    return codes.toSorted((one, other) => far(one) - far(other))[0]?.text ?? null;
  } finally {
    decoder.close();
  }
}
