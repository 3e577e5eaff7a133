import { createHash } from "node:crypto";
import { readingText, type Reading } from "../domain/import-row.ts";

export function hashOf(parts: Iterable<string | Buffer>): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest();
}

/** Equal for equal content that is read in the same way. */
export const readingHashOf = (contentHash: Buffer, reading: Reading): Buffer =>
  hashOf([contentHash, readingText(reading)]);
