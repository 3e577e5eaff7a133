import { Decimal } from "../../shared/exact-decimal.ts";

/** A piece that was scanned where the books do not have it. */
export interface MisplacedPiece {
  itemId: number;
  serial: string;
  foundOn: { lineId: number; locationId: number };
  /** The line of this count that expected it; null where none does. */
  expectedOn: { lineId: number; locationId: number; isFoundThere: boolean } | null;
  /** Where the books have it now; null where it has left stock. */
  standsAt: { locationId: number } | null;
}

/** A line that is settled and differs, as far as pairs are sought. */
export interface DifferingLine {
  lineId: number;
  itemId: number;
  locationId: number;
  lotId: number | null;
  stockStatus: string;
  variance: Decimal;
}

export interface ProposedMove {
  itemId: number;
  /** Null for a quantity without identity. */
  serial: string | null;
  quantity: Decimal;
  /** Null where the source is not a line of this count. */
  fromLineId: number | null;
  fromLocationId: number;
  toLineId: number;
  toLocationId: number;
  /** Why a person has to look before it is taken; null where nothing speaks against it. */
  conflict: "LEFT_STOCK" | "STANDS_ELSEWHERE" | "FOUND_IN_BOTH" | null;
}

const one = new Decimal(1);

/**
 * A piece found in the wrong place is one move, not a loss here and a find there. A piece that the
 * books let go since, or have somewhere else, or that was seen in both places, is a conflict.
 */
export function proposePieceMoves(pieces: readonly MisplacedPiece[]): ProposedMove[] {
  const proposals = new Map<string, ProposedMove>();
  for (const piece of pieces) {
    const source = piece.expectedOn ?? piece.standsAt;
    if (!source || source.locationId === piece.foundOn.locationId) continue;
    // Scanned twice is still one piece.
    proposals.set(`${piece.itemId}:${piece.serial}`, {
      itemId: piece.itemId,
      serial: piece.serial,
      quantity: one,
      fromLineId: piece.expectedOn?.lineId ?? null,
      fromLocationId: source.locationId,
      toLineId: piece.foundOn.lineId,
      toLocationId: piece.foundOn.locationId,
      conflict: conflictOf(piece, source.locationId),
    });
  }
  return [...proposals.values()];
}

function conflictOf(
  { expectedOn, standsAt }: MisplacedPiece,
  sourceLocationId: number,
): ProposedMove["conflict"] {
  if (expectedOn?.isFoundThere) return "FOUND_IN_BOTH";
  if (!standsAt) return "LEFT_STOCK";
  return standsAt.locationId === sourceLocationId ? null : "STANDS_ELSEWHERE";
}

/** The same stock short in one place and over in another is a pair; a person decides. */
export function proposeQuantityMoves(lines: readonly DifferingLine[]): ProposedMove[] {
  const alike = Map.groupBy(
    lines,
    ({ itemId, lotId, stockStatus }) => `${itemId}:${lotId ?? ""}:${stockStatus}`,
  );
  return [...alike.values()].flatMap(pairUp);
}

/** The largest shortage meets the largest overage first: fewest moves to look at. */
function pairUp(lines: readonly DifferingLine[]): ProposedMove[] {
  const bySize = [...lines].sort(
    (a, b) => b.variance.abs().cmp(a.variance.abs()) || a.lineId - b.lineId,
  );
  const left = new Map(bySize.map(({ lineId, variance }) => [lineId, variance]));
  const proposals: ProposedMove[] = [];
  for (const short of bySize.filter(({ variance }) => variance.isNegative()))
    for (const over of bySize.filter(({ variance }) => variance.gt(0))) {
      const missing = left.get(short.lineId)?.negated() ?? new Decimal(0);
      const surplus = left.get(over.lineId) ?? new Decimal(0);
      const quantity = Decimal.min(missing, surplus);
      if (!quantity.gt(0)) continue;
      left.set(short.lineId, missing.minus(quantity).negated());
      left.set(over.lineId, surplus.minus(quantity));
      proposals.push({
        itemId: short.itemId,
        serial: null,
        quantity,
        fromLineId: short.lineId,
        fromLocationId: short.locationId,
        toLineId: over.lineId,
        toLocationId: over.locationId,
        conflict: null,
      });
    }
  return proposals;
}
