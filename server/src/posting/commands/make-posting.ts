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
import { noteMovesInClosedPlaces } from "../../restrictions/storage/note-moves.ts";
import { ledgerTopic } from "../../stock/domain/ledger-topic.ts";
import { lockLedger } from "../../stock/storage/read-stock-move-facts.ts";
import { rejectPostSession, stateAfterPosting } from "../domain/decide-posting.ts";
import type { PostSessionRejectionReason } from "../domain/posting-refusals.ts";
import { countRefusals, type RefusalCount, type RefusedLine } from "../domain/refused-line.ts";
import type { PostingRow } from "../domain/rows.ts";
import type { PostingQuestion } from "../domain/words.ts";
import { appendAdjustments } from "../storage/append-adjustments.ts";
import type { Chosen } from "../storage/chosen-lines.ts";
import { nobodyFollows, type PostingFollower } from "../storage/posting-steps.ts";
import { lockPieces } from "../storage/read-piece-facts.ts";
import { nameRefusedLines, readPlan } from "../storage/read-plan.ts";
import { findPostingByDigest, readWhatIsPosted, savePosting } from "../storage/save-posting.ts";

export interface MakePosting {
  warehouseId: number;
  sessionId: number;
  actorId: string;
  now: Date;
  digest: string;
  /** Null for all of the count. */
  lineIds: readonly number[] | null;
  accepted: readonly PostingQuestion[];
}

export interface PostingRejected {
  rejection: Rejection<PostSessionRejectionReason>;
  refused: readonly RefusedLine[];
  refusals: readonly RefusalCount[];
}

export type MadePosting = { posting: PostingRow; wasPosted: boolean } | PostingRejected;

/**
 * All lines or none, in one transaction. Whoever comes second with the same numbers gets the posting
 * of the first. The ledger is held before the count, as everywhere.
 */
export async function makePosting(
  em: EntityManager,
  doorbell: Doorbell,
  input: MakePosting,
  follower: PostingFollower = nobodyFollows,
): Promise<MadePosting> {
  const { warehouseId, sessionId } = input;
  const { outcome, reached } = await decideAgainAfterRace(() =>
    inTransaction(em, async ({ db }) => {
      await lockLedger(db, warehouseId);
      await follower.reached("LEDGER_HELD", 0);
      const session = await lockSession(db, warehouseId, sessionId);
      await follower.reached("COUNT_HELD", 0);
      const made = await make(db, session, input, follower);
      if ("posting" in made.outcome) await follower.complete(db, made.outcome.posting);
      return made;
    }),
  );
  if ("rejection" in outcome || outcome.wasPosted) return outcome;
  doorbell.ring(ledgerTopic(warehouseId));
  for (const id of [sessionId, ...reached]) doorbell.ring(sessionTopic(warehouseId, id));
  return outcome;
}

interface Made {
  outcome: MadePosting;
  /** Other counts in which something has changed. */
  reached: number[];
}

async function make(
  db: Db,
  session: SessionRow,
  input: MakePosting,
  follower: PostingFollower,
): Promise<Made> {
  const before = await findPostingByDigest(db, session, input.digest);
  if (before) return { outcome: { posting: before, wasPosted: true }, reached: [] };
  const chosen = { session, lineIds: input.lineIds, now: input.now };
  const plan = await readLockedPlan(db, chosen, input.accepted);
  const rejection = rejectPostSession(session, plan, input.digest);
  if (rejection) return { outcome: await rejected(db, chosen, plan, rejection), reached: [] };
  await follower.reached("CHECKED", 0);

  const posting = await savePosting(db, { ...input, session });
  const matches = posting.lineCount - posting.adjustedCount;
  await follower.reached("LINES_SAVED", matches);
  const span = await appendAdjustments(db, posting, {
    reference: `count ${session.number}`,
    pieceMoves: plan.pieceMoves,
    onLines: (lines) => follower.reached("STOCK_ADJUSTED", matches + lines),
  });
  await follower.reached("STOCK_ADJUSTED", posting.lineCount);
  await saveState(db, session, posting);
  const { warehouseId, now } = input;
  const own = { warehouseId, now, sessionId: session.id, overrideReason: null };
  if (span) await noteMovesInClosedPlaces(db, { ...own, ...span });
  const reached = span ? await followMoves(db, { warehouseId, now, ...span }) : [];
  await follower.reached("STATE_SAVED", posting.lineCount);
  return { outcome: { posting, wasPosted: false }, reached };
}

type Plan = Awaited<ReturnType<typeof readPlan>>;

/** With the lines in the way where they are the reason. */
export async function rejected(
  db: Db,
  chosen: Chosen,
  plan: Plan,
  rejection: PostingRejected["rejection"],
): Promise<PostingRejected> {
  if (rejection.reason !== "LINES_REFUSED") return { rejection, refused: [], refusals: [] };
  const refused = await nameRefusedLines(db, chosen, plan);
  return { rejection, refused, refusals: countRefusals(plan) };
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
