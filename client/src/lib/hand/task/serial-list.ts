import type { OwnTally } from "../entries/own-tally.ts";
import type { KeptPiece } from "./kept-task.ts";

export interface SerialList {
  /** Newest first. */
  counted: readonly (Omit<KeptPiece, "rfidTag"> & { isExpected: boolean | null })[];
  /** Expected here and not read: suspect, and not zero. Nothing where the count is blind. */
  missing: readonly KeptPiece[] | null;
  expected: number | null;
  unexpected: number | null;
}

/** What was read of an item's pieces, beside what the books expect where they may be told. */
export function serialList(tally: OwnTally, pieces: readonly KeptPiece[] | null): SerialList {
  const own = tally.kind === "COUNTED" ? tally.serials.toReversed() : [];
  const known = new Map((pieces ?? []).map((piece) => [piece.serial, piece]));
  const counted = own.map((serial) => ({
    serial,
    secondSerial: known.get(serial)?.secondSerial ?? null,
    isExpected: pieces && known.has(serial),
  }));
  if (!pieces) return { counted, missing: null, expected: null, unexpected: null };
  return {
    counted,
    missing: pieces.filter(({ serial }) => !own.includes(serial)),
    expected: pieces.length,
    unexpected: counted.filter(({ isExpected }) => isExpected === false).length,
  };
}
