import type { Decimal } from "../../shared/exact-decimal.ts";
import { legsOf, sourceOf } from "./legs-of.ts";
import { rejectStockMove, type MoveRejection } from "./reject-stock-move.ts";
import { RunningStock } from "./running-stock.ts";
import type { StockMoveFacts } from "./stock-move-facts.ts";
import { reject } from "./stock-move-rejections.ts";
import type { AskedMove, Leg } from "./stock-move.ts";

export const mostMoves = 200;

export interface StockMoveRejection extends MoveRejection {
  /** Its place in the batch, from 0. */
  index: number;
  externalId: string;
  /** What was on hand, where that is the reason. */
  quantityOnHand: Decimal | null;
}

export interface StockMovePlan {
  /** In the order in which they enter the ledger. */
  legs: readonly Leg[];
  newLots: readonly { itemId: number; code: string; expiresOn: string | null }[];
  alreadyRecordedCount: number;
}

export type StockMoveDecision =
  { rejections: readonly StockMoveRejection[] } | { plan: StockMovePlan };

/** What one request asks for; a batch that is too long is not looked at. */
export function decideStockMoves(
  moves: readonly AskedMove[],
  facts: StockMoveFacts,
): StockMoveDecision {
  const tooMany = moves[mostMoves];
  if (tooMany) return { rejections: [rejectionOf(mostMoves, tooMany, reject("BATCH_TOO_LARGE"))] };
  return decideAllStockMoves(moves, facts);
}

/**
 * All or nothing: one move that is rejected, and none is recorded; but each is looked at, so that
 * one round shows all there is to mend. Moves are judged in their order, each on the stock that
 * those before it leave.
 */
export function decideAllStockMoves(
  moves: readonly AskedMove[],
  facts: StockMoveFacts,
): StockMoveDecision {
  const stock = new RunningStock(facts);
  const seenIds = new Set<string>();
  const rejections: StockMoveRejection[] = [];
  const legs: Leg[] = [];
  let alreadyRecordedCount = 0;

  for (const [index, move] of moves.entries()) {
    if (isRepetition(move, facts) && !seenIds.has(move.externalId)) {
      seenIds.add(move.externalId);
      alreadyRecordedCount += 1;
      continue;
    }
    const no = rejectStockMove(move, facts, { seenIds, stock });
    seenIds.add(move.externalId);
    if (no) {
      const name = no.reason === "WOULD_GO_NEGATIVE" ? sourceOf(move) : null;
      rejections.push(rejectionOf(index, move, no, name && stock.onHand(name)));
    }
    // A move that is understood but wrong otherwise still counts: those behind it build on it.
    if (no?.reason === "WOULD_GO_NEGATIVE") continue;
    if (move.lotCode !== null && move.itemId !== null)
      stock.meetLot(move.itemId, move.lotCode, move.lotExpiresOn);
    for (const leg of legsOf(
      move,
      move.itemId === null ? undefined : facts.items.get(move.itemId),
    )) {
      stock.apply(leg);
      legs.push(leg);
    }
  }
  if (rejections.length > 0) return { rejections };
  return { plan: { legs, newLots: [...stock.newLots.values()], alreadyRecordedCount } };
}

function isRepetition(move: AskedMove, { recorded }: StockMoveFacts): boolean {
  return recorded.get(move.externalId) === move.fingerprint;
}

function rejectionOf(
  index: number,
  { externalId }: AskedMove,
  no: MoveRejection,
  quantityOnHand: Decimal | null = null,
): StockMoveRejection {
  return { index, externalId, ...no, quantityOnHand };
}
