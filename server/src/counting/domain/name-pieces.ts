import type { AskedObservation } from "./asked-observation.ts";

export interface TaggedPiece {
  itemId: number;
  serial: string;
}

export interface TagsKnown {
  /** By the tag as it compares. */
  pieces: ReadonlyMap<string, TaggedPiece>;
  itemOfLine: ReadonlyMap<number, number>;
}

type Named = Pick<
  AskedObservation,
  "mode" | "lineId" | "itemId" | "rawScan" | "quantity" | "serials"
>;

/** Readers write the same tag in either case. */
export const tagKey = (tag: string) => tag.trim().toUpperCase();

/** Whatever of an entry may be a radio tag. */
export function tagsIn({ rawScan, serials }: Pick<Named, "rawScan" | "serials">): string[] {
  return rawScan === null ? [...serials] : [rawScan, ...serials];
}

/**
 * A radio tag counts the piece that it is on, whatever the device knows of it: one that was sent as a scan
 * that means nothing has the item of its piece, and one that stands among serials is its piece's serial.
 * What was read stays with the entry.
 */
export function namePieces<Asked extends Named>(asked: Asked, known: TagsKnown): Asked {
  if (asked.lineId === undefined && asked.itemId === undefined) return nameScan(asked, known);
  const itemId = asked.itemId ?? known.itemOfLine.get(asked.lineId ?? 0);
  const pieceOf = (serial: string) => {
    const piece = known.pieces.get(tagKey(serial));
    return piece?.itemId === itemId ? piece : undefined;
  };
  const tags = asked.serials.filter((serial) => pieceOf(serial));
  if (tags.length === 0) return asked;
  const serials = new Set(asked.serials.map((serial) => pieceOf(serial)?.serial ?? serial));
  return { ...asked, serials: [...serials], rawScan: asked.rawScan ?? tags.join(" ") };
}

function nameScan<Asked extends Named>(asked: Asked, { pieces }: TagsKnown): Asked {
  const { mode, rawScan, quantity, serials } = asked;
  const isOne = quantity?.eq(1) ?? true;
  if (mode !== "ADD" || rawScan === null || serials.length > 0 || !isOne) return asked;
  const piece = pieces.get(tagKey(rawScan));
  return piece ? { ...asked, itemId: piece.itemId, serials: [piece.serial] } : asked;
}
