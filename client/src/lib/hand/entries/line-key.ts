import type { LineKey } from "./entry.ts";

interface NamedLine {
  id: string;
  itemId: string;
  lotCode: string | null;
}

/**
 * The same for a find before and after the server has made a line of it, so that what was counted stays
 * with it. Lines of one place that share item and lot differ by their stock's status: their ids tell them apart.
 */
export function lineKeyOf(itemId: string, lotCode: string | null): LineKey {
  return `item ${itemId} ${lotCode ?? ""}`.trim();
}

export function unknownScanKey(rawScan: string): LineKey {
  return `scan ${rawScan}`;
}

/** All tags of a place that the device knows no piece of. */
export const tagsKey: LineKey = "tags";

/** By line id. The first of several alike has the plain key. */
export function lineKeys(lines: readonly NamedLine[]): Map<string, LineKey> {
  const taken = new Set<LineKey>();
  const keys = new Map<string, LineKey>();
  for (const { id, itemId, lotCode } of lines) {
    const plain = lineKeyOf(itemId, lotCode);
    const key = taken.has(plain) ? `${plain} ${id}` : plain;
    taken.add(key);
    keys.set(id, key);
  }
  return keys;
}
