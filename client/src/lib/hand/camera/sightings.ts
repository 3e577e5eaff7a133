import type { SeenCode } from "./read-codes.ts";

/** A code counts again only after it was out of view for this long. */
const outOfViewMs = 800;
/** ITF and Code 39 have no check digit of their own: a part of one is a whole code, too. */
const withoutCheckDigit = /^\][AI]/;

interface Sighting {
  seenAt: number;
  isTaken: boolean;
}

/** Decides which of the codes in a camera's view are scans. Times are those of the frames. */
export class Sightings {
  readonly #sightings = new Map<string, Sighting>();
  #lastFrameAt = -Infinity;

  /** What one frame shows. At most one scan: that of the code nearest to the middle. */
  see(codes: readonly SeenCode[], middle: { x: number; y: number }, at: number): string | null {
    for (const [text, { seenAt }] of this.#sightings)
      if (at - seenAt >= outOfViewMs) this.#sightings.delete(text);
    this.#lastFrameAt = at;
    const nearest = nearestTo(middle, codes);
    if (!nearest) return null;
    const { text } = nearest;
    const before = this.#sightings.get(text);
    const isSure = before !== undefined || !withoutCheckDigit.test(text);
    const isScan = isSure && !before?.isTaken;
    this.#sightings.set(text, { seenAt: at, isTaken: isSure });
    return isScan ? text : null;
  }

  /** While somebody decided something, nobody looked: what was in view then still is. */
  lookAgain(at: number) {
    for (const sighting of this.#sightings.values()) sighting.seenAt += at - this.#lastFrameAt;
    this.#lastFrameAt = at;
  }
}

function nearestTo(middle: { x: number; y: number }, codes: readonly SeenCode[]) {
  const far = ({ x, y }: SeenCode) => Math.hypot(x - middle.x, y - middle.y);
  return codes.toSorted((one, other) => far(one) - far(other))[0];
}
