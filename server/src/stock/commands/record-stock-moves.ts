import { createHash } from "node:crypto";
import type { EntityManager } from "@mikro-orm/postgresql";
import { sessionTopic } from "../../counting/domain/session-topic.ts";
import { noticeTopic } from "../../notices/domain/notice.ts";
import { followMoves } from "../../counting/storage/follow-moves.ts";
import { decideAgainAfterRace } from "../../database/decide-again-after-race.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import {
  decideStockMoves,
  mostMoves,
  type StockMoveRejection,
} from "../domain/decide-stock-moves.ts";
import { ledgerTopic } from "../domain/ledger-topic.ts";
import type { StockMoveRow } from "../domain/rows.ts";
import { contentOf, type AskedMove } from "../domain/stock-move.ts";
import type { CloseOffMoveRow } from "../../restrictions/domain/close-off.ts";
import { noteMovesInClosedPlaces } from "../../restrictions/storage/note-moves.ts";
import { appendLegs, readRecordedMoves } from "../storage/append-legs.ts";
import { lockLedger, readStockMoveFacts } from "../storage/read-stock-move-facts.ts";

export interface RecordStockMoves {
  warehouseId: number;
  recordedBy: string;
  now: Date;
  moves: readonly Omit<AskedMove, "fingerprint">[];
  /** Why it is done in a place that is closed off, by somebody who may; null where nobody says so. */
  closeOffOverride?: string | null;
}

export type StockMovesOutcome =
  | { rejections: readonly StockMoveRejection[] }
  | {
      moves: StockMoveRow[];
      alreadyRecordedCount: number;
      /** Moves in places that are closed off, which are made all the same. */
      noted: CloseOffMoveRow[];
    };

export async function recordStockMoves(
  em: EntityManager,
  doorbell: Doorbell,
  input: RecordStockMoves,
): Promise<StockMovesOutcome> {
  // One more than a batch may have is enough to refuse it, however long it is.
  const moves = input.moves.slice(0, mostMoves + 1).map(withFingerprint);
  const closeOffOverride = input.closeOffOverride?.trim() || null;
  const recording = { ...input, moves, closeOffOverride };
  const outcome = await decideAgainAfterRace(() =>
    inTransaction(em, async ({ db }) => {
      await lockLedger(db, input.warehouseId);
      const facts = await readStockMoveFacts(db, recording);
      const decision = decideStockMoves(moves, facts);
      if ("rejections" in decision) return decision;
      const span = await appendLegs(db, recording, decision.plan, facts.knownSerials);
      const sessionIds = span ? await followMoves(db, { ...input, ...span }) : [];
      const own = { ...input, sessionId: null, overrideReason: closeOffOverride };
      const noted = span ? await noteMovesInClosedPlaces(db, { ...own, ...span }) : [];
      const recorded = await readRecordedMoves(db, recording);
      const { alreadyRecordedCount } = decision.plan;
      return { moves: recorded, alreadyRecordedCount, noted, sessionIds, hasGrown: span !== null };
    }),
  );
  if ("rejections" in outcome) return outcome;
  const { sessionIds, hasGrown, ...recorded } = outcome;
  if (hasGrown) doorbell.ring(ledgerTopic(input.warehouseId));
  if (sessionIds.length > 0) doorbell.ring(noticeTopic(input.warehouseId));
  for (const id of sessionIds) doorbell.ring(sessionTopic(input.warehouseId, id));
  return recorded;
}

function withFingerprint(move: Omit<AskedMove, "fingerprint">): AskedMove {
  return { ...move, fingerprint: createHash("sha256").update(contentOf(move)).digest("hex") };
}
