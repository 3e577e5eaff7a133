import { createHash } from "node:crypto";
import { followMoves } from "../../counting/storage/follow-moves.ts";
import type { Db } from "../../database/db.ts";
import { noteMovesInClosedPlaces } from "../../restrictions/storage/note-moves.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { decideAllStockMoves } from "../../stock/domain/decide-stock-moves.ts";
import { contentOf, type AskedMove } from "../../stock/domain/stock-move.ts";
import { appendLegs } from "../../stock/storage/append-legs.ts";
import { lockLedger, readStockMoveFacts } from "../../stock/storage/read-stock-move-facts.ts";
import type { MoveToImport } from "../domain/check-moves.ts";

/** Whose rows become moves, and under which name, so that the same row is never another move. */
export interface MovesOfImport {
  warehouseId: number;
  actorId: string;
  now: Date;
  importName: string;
}

export interface MoveRefused {
  row: number;
  message: string;
}

const legsAtATime = 5_000;

/** What the ledger itself has against the moves, each looked at on the stock that those before it leave. */
export async function refusedByLedger(
  db: Db,
  of: MovesOfImport,
  moves: readonly MoveToImport[],
): Promise<MoveRefused[]> {
  const asked = moves.map((move) => askedMove(of, move));
  const decision = decideAllStockMoves(asked, await readStockMoveFacts(db, recordingOf(of, asked)));
  if ("plan" in decision) return [];
  return decision.rejections.map(({ index, message }) => ({
    row: moves[index]?.row ?? 0,
    message,
  }));
}

/** Through the ledger's one door, as all other moves; answers with the counts that they reach into. */
export async function appendImportedMoves(
  db: Db,
  of: MovesOfImport,
  moves: readonly MoveToImport[],
  reached: (done: number) => Promise<void>,
): Promise<number[]> {
  await lockLedger(db, of.warehouseId);
  const asked = moves.map((move) => askedMove(of, move));
  const recording = recordingOf(of, asked);
  const facts = await readStockMoveFacts(db, recording);
  const decision = decideAllStockMoves(asked, facts);
  if ("rejections" in decision)
    throw new Error(`The ledger refuses what it was asked before: ${decision.rejections.length}.`);
  const { legs } = decision.plan;
  let first = 0;
  let last = 0;
  for (let from = 0; from < legs.length; from += legsAtATime) {
    await reached(Math.min(from, moves.length));
    const newLots = from === 0 ? decision.plan.newLots : [];
    const part = { ...decision.plan, legs: legs.slice(from, from + legsAtATime), newLots };
    const span = await appendLegs(db, recording, part, facts.knownSerials);
    if (span) [first, last] = [first || span.firstMoveId, span.lastMoveId];
  }
  if (last === 0) return [];
  const span = { firstMoveId: first, lastMoveId: last };
  const owner = { warehouseId: of.warehouseId, recordedBy: of.actorId, now: of.now };
  const sessionIds = await followMoves(db, { ...owner, ...span });
  await noteMovesInClosedPlaces(db, { ...owner, ...span, sessionId: null, overrideReason: null });
  return sessionIds;
}

function recordingOf({ warehouseId, actorId, now }: MovesOfImport, moves: readonly AskedMove[]) {
  return { warehouseId, recordedBy: actorId, now, moves, closeOffOverride: null };
}

function askedMove({ importName }: MovesOfImport, move: MoveToImport): AskedMove {
  const asked: Omit<AskedMove, "fingerprint"> = {
    externalId: `${importName} row ${move.row}`,
    kind: move.kind,
    itemId: move.itemId,
    locationId: move.locationId,
    toLocationId: move.toLocationId ?? undefined,
    lotCode: move.lotCode,
    lotExpiresOn: move.lotExpiresOn,
    status: "AVAILABLE",
    toStatus: null,
    quantity: new Decimal(move.quantity),
    unitCode: null,
    serials: move.serials,
    effectiveAt: new Date(move.effectiveAt),
    reference: move.reference,
    reasonCode: null,
  };
  return { ...asked, fingerprint: createHash("sha256").update(contentOf(asked)).digest("hex") };
}
