import { Problem } from "#lib/shared/api/problem.ts";

const longestSide = 1_600;
const quality = 0.82;

/**
 * A phone's picture has ten megabytes, and says where it was taken. Drawn anew it has a few hundred
 * kilobytes and says nothing but what is on it.
 */
async function shrink(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => {
    throw new Problem("bad-input", "This browser cannot read that file as a picture.");
  });
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas.convertToBlob({ type: "image/jpeg", quality });
}

/** Adds a picture to a line; the same one sent again is there once. */
export async function sendPhoto(lineId: string, file: Blob): Promise<void> {
  const body = await shrink(file);
  const address = `/line-photos?line=${encodeURIComponent(lineId)}`;
  const headers = { "content-type": body.type };
  const answer = await fetch(address, { method: "POST", headers, body }).catch(() => {
    throw new Problem("network", "The server cannot be reached: the picture was not sent.");
  });
  if (answer.ok) return;
  const said = (await answer.json().catch(() => ({}))) as {
    message?: string;
    errors?: { message: string }[];
  };
  const sentence = said.message ?? said.errors?.[0]?.message ?? "The picture was not taken.";
  throw new Problem(answer.status >= 500 ? "internal" : "bad-input", sentence);
}
