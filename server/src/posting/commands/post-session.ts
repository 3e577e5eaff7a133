import type { EntityManager } from "@mikro-orm/postgresql";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { sessionTopic } from "../../counting/domain/session-topic.ts";
import { followMoves } from "../../counting/storage/follow-moves.ts";
import { saveSessionState } from "../../counting/storage/save-session-state.ts";
import { lockSession } from "../../counting/storage/session-row.ts";
import { decideAgainAfterRace } from "../../database/decide-again-after-race.ts";
import type { Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { ledgerTopic } from "../../stock/domain/ledger-topic.ts";
import { lockLedger } from "../../stock/storage/read-stock-move-facts.ts";
import type { LineChoice } from "../domain/choice.ts";
import { rejectPostSession, stateAfterPosting } from "../domain/decide-posting.ts";
import type { PostSessionRejectionReason } from "../domain/posting-refusals.ts";
import type { RefusedLine } from "../domain/refused-line.ts";
import type { PostingRow } from "../domain/rows.ts";
import type { PostingQuestion } from "../domain/words.ts";
import { appendAdjustments } from "../storage/append-adjustments.ts";
import type { Chosen } from "../storage/chosen-lines.ts";
import { lockPieces } from "../storage/read-piece-facts.ts";
import { nameRefusedLines, readPlan } from "../storage/read-plan.ts";
import { resolveChoice } from "../storage/resolve-choice.ts";
import { findPostingByDigest, readWhatIsPosted, savePosting } from "../storage/save-posting.ts";

export interface PostSession {
  warehouseId: number;
  sessionId: number;
  actorId: string;
  now: Date;
  digest: string;
  choice: LineChoice;
  accepted: readonly PostingQuestion[];
}

export type PostingOutcome =
  | { posting: PostingRow; wasPosted: boolean }
  | { rejection: Rejection<PostSessionRejectionReason>; refused: readonly RefusedLine[] };

/**
 * All lines or none. Whoever comes second with the same numbers gets the posting of the first. The ledger
 * is held before the count, as everywhere.
 */
export async function postSession(
  em: EntityManager,
  doorbell: Doorbell,
  input: PostSession,
): Promise<PostingOutcome> {
  const { warehouseId, sessionId } = input;
  const { outcome, reached } = await decideAgainAfterRace(() =>
    inTransaction(em, async ({ db }) => {
      await lockLedger(db, warehouseId);
      const session = await lockSession(db, warehouseId, sessionId);
      return post(db, session, input);
    }),
  );
  if ("rejection" in outcome || outcome.wasPosted) return outcome;
  doorbell.ring(ledgerTopic(warehouseId));
  for (const id of [sessionId, ...reached]) doorbell.ring(sessionTopic(warehouseId, id));
  return outcome;
}

interface Posted {
  outcome: PostingOutcome;
  /** Other counts in which something has changed. */
  reached: number[];
}

const notPosted = (outcome: PostingOutcome): Posted => ({ outcome, reached: [] });

async function post(db: Db, session: SessionRow, input: PostSession): Promise<Posted> {
  const before = await findPostingByDigest(db, session, input.digest);
  if (before) return notPosted({ posting: before, wasPosted: true });
  const resolved = await resolveChoice(db, input.choice, input);
  if ("rejection" in resolved) return notPosted({ ...resolved, refused: [] });
  const chosen = { session, lineIds: resolved.lineIds };
  const plan = await readLockedPlan(db, chosen, input.accepted);
  const rejection = rejectPostSession(session, plan, input.digest);
  if (rejection?.reason === "LINES_REFUSED")
    return notPosted({ rejection, refused: await nameRefusedLines(db, chosen, plan) });
  if (rejection) return notPosted({ rejection, refused: [] });

  const posting = await savePosting(db, { ...input, ...chosen });
  const span = await appendAdjustments(db, posting, {
    reference: `count ${session.number}`,
    pieceMoves: plan.pieceMoves,
  });
  await saveState(db, session, posting);
  const { warehouseId, now } = input;
  const reached = span ? await followMoves(db, { warehouseId, now, ...span }) : [];
  return { outcome: { posting, wasPosted: false }, reached };
}

async function readLockedPlan(db: Db, chosen: Chosen, accepted: readonly PostingQuestion[]) {
  const plan = await readPlan(db, chosen, accepted);
  if (plan.pieces.length === 0) return plan;
  await lockPieces(db, plan.pieces);
  return readPlan(db, chosen, accepted);
}

async function saveState(db: Db, session: SessionRow, posting: PostingRow): Promise<void> {
  const state = stateAfterPosting(session, await readWhatIsPosted(db, session));
  const { id: postingId, lineCount, adjustedCount, postedById, postedAt } = posting;
  await saveSessionState(db, session, state, {
    kind: "POSTING_MADE",
    actorId: postedById,
    now: postedAt,
    details: { postingId, lineCount, adjustedCount },
  });
}
