import { Problem } from "#lib/shared/api/problem.ts";
import { shrinkPicture } from "#lib/shared/pictures/shrink-picture.ts";

/** Adds a picture to a line; the same one sent again is there once. */
export async function sendPhoto(lineId: string, file: Blob): Promise<void> {
  const body = await shrinkPicture(file).catch(() => {
    throw new Problem("bad-input", "This browser cannot read that file as a picture.");
  });
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
