import type { PostingRefusalReason } from "./posting-refusals.ts";

/** A piece that a counted line and the ledger do not agree about, at the instant the line was counted. */
export interface PieceFact {
  lineId: number;
  /** The line is to be posted; those that are not can still speak against it. */
  isChosen: boolean;
  /** The stock of the line; null where there has never been any. */
  lineQuantId: number | null;
  itemId: number;
  serial: string;
  isFound: boolean;
  /** Where the ledger had it at that instant, and has it now; null where in no stock. */
  stoodAt: number | null;
  standsAt: number | null;
  isInOtherWarehouse: boolean;
  /** The count has seen it where the books have it as well. */
  isFoundWhereItStands: boolean;
  /** Of a piece that would move: why the place where it stands lets nothing go. */
  keptThere: "PLACE_CLOSED_OFF" | "ON_HOLD" | null;
}

/** Pieces that leave a line's stock, come into it, or come to it from elsewhere. */
export interface PieceMove {
  lineId: number;
  kind: "DETACH" | "ATTACH" | "MOVE";
  itemId: number;
  serials: readonly string[];
  /** Of a move: what it leaves, and the posted line of that stock, where there is one. */
  fromQuantId: number | null;
  fromLineId: number | null;
}

export interface PieceRefusal {
  lineId: number;
  reason: PostingRefusalReason;
  serial: string;
}

export interface PiecesPlan {
  moves: readonly PieceMove[];
  refusals: readonly PieceRefusal[];
}

type Word = { move: PieceMove } | { reason: PostingRefusalReason } | "MOVED_BY_THE_OTHER_LINE";

/**
 * Missing pieces are detached, found ones attached, and those that stand elsewhere moved: one move, not
 * a loss here and a find there. What the ledger has moved since the count is a conflict, never undone.
 */
export function planPieces(facts: readonly PieceFact[]): PiecesPlan {
  const moves = new Map<string, PieceMove>();
  const refusals: PieceRefusal[] = [];
  const alike = Map.groupBy(facts, ({ itemId, serial }) => `${itemId}:${serial}`);
  for (const fact of facts.filter(({ isChosen }) => isChosen)) {
    const { lineId, itemId, serial } = fact;
    const others = (alike.get(`${itemId}:${serial}`) ?? []).filter((other) => other !== fact);
    const word = fact.isFound ? wordOnFound(fact, others) : wordOnMissing(fact, others);
    if (word === "MOVED_BY_THE_OTHER_LINE") continue;
    if ("reason" in word) {
      refusals.push({ lineId, reason: word.reason, serial });
      continue;
    }
    const key = `${lineId}:${word.move.kind}:${word.move.fromQuantId ?? ""}`;
    const before = moves.get(key)?.serials ?? [];
    moves.set(key, { ...word.move, serials: [...before, serial] });
  }
  return { moves: [...moves.values()], refusals };
}

function wordOnMissing(fact: PieceFact, others: readonly PieceFact[]): Word {
  const { standsAt, lineQuantId } = fact;
  const found = others.find(({ isFound }) => isFound);
  if (standsAt === null || standsAt !== lineQuantId) return { reason: "SERIAL_CONFLICT" };
  if (!found) return { move: moveOf(fact, "DETACH", null) };
  return found.isChosen ? "MOVED_BY_THE_OTHER_LINE" : { reason: "COUNTERPART_NOT_CHOSEN" };
}

function wordOnFound(fact: PieceFact, others: readonly PieceFact[]): Word {
  const { standsAt, stoodAt } = fact;
  if (fact.isInOtherWarehouse || fact.isFoundWhereItStands) return { reason: "SERIAL_CONFLICT" };
  if (standsAt !== stoodAt || others.some(({ isFound }) => isFound))
    return { reason: "SERIAL_CONFLICT" };
  if (standsAt === null) return { move: moveOf(fact, "ATTACH", null) };
  if (fact.keptThere) return { reason: fact.keptThere };
  const missing = others.find(({ lineQuantId }) => lineQuantId === standsAt);
  if (missing && !missing.isChosen) return { reason: "COUNTERPART_NOT_CHOSEN" };
  return { move: moveOf(fact, "MOVE", missing?.lineId ?? null) };
}

function moveOf(
  { lineId, itemId, serial, standsAt }: PieceFact,
  kind: PieceMove["kind"],
  fromLineId: number | null,
): PieceMove {
  const fromQuantId = kind === "MOVE" ? standsAt : null;
  return { lineId, kind, itemId, serials: [serial], fromQuantId, fromLineId };
}
