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
import { notFound } from "../../shared/refusal.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { ledgerTopic } from "../../stock/domain/ledger-topic.ts";
import { lockLedger } from "../../stock/storage/read-stock-move-facts.ts";
import { stateAfterReversal } from "../domain/decide-posting.ts";
import { rejectReason, rejectStanding } from "../domain/decide-reversal.ts";
import { rejectReversal, type ReversePostingRejectionReason } from "../domain/posting-refusals.ts";
import type { PostingRow } from "../domain/rows.ts";
import { loadPosting } from "../queries/load-posting.ts";
import { reopenLines } from "../storage/reopen-lines.ts";
import { readWhatIsPosted } from "../storage/save-posting.ts";
import * as reversals from "../storage/save-reversal.ts";

export interface ReversePosting {
  warehouseId: number;
  postingId: number;
  /** Null for all its lines. */
  lineIds: readonly number[] | null;
  reason: string;
  actorId: string;
  now: Date;
}

export type ReversalOutcome =
  | { posting: PostingRow; wasReversed: boolean }
  | {
      rejection: Rejection<ReversePostingRejectionReason>;
      refused: readonly reversals.StandsAgainst[];
    };

/** Takes a posting back, whole or by line, with a posting of its own. Doing it again changes nothing more. */
export async function reversePosting(
  em: EntityManager,
  doorbell: Doorbell,
  input: ReversePosting,
): Promise<ReversalOutcome> {
  const { warehouseId } = input;
  const { outcome, reached } = await decideAgainAfterRace(() =>
    inTransaction(em, async ({ db }) => {
      await lockLedger(db, warehouseId);
      const posting = await loadPosting(db, warehouseId, input.postingId);
      const session = await lockSession(db, warehouseId, posting.sessionId);
      return reverse(db, session, posting, { ...input, reason: input.reason.trim() });
    }),
  );
  if ("rejection" in outcome || outcome.wasReversed) return outcome;
  doorbell.ring(ledgerTopic(warehouseId));
  for (const id of [outcome.posting.sessionId, ...reached])
    doorbell.ring(sessionTopic(warehouseId, id));
  return outcome;
}

interface Reversed {
  outcome: ReversalOutcome;
  reached: number[];
}

async function reverse(
  db: Db,
  session: SessionRow,
  posting: PostingRow,
  input: ReversePosting,
): Promise<Reversed> {
  const no = rejectReason(input.reason) ?? rejectKind(posting);
  if (no) return { outcome: { rejection: no, refused: [] }, reached: [] };
  await requireLinesOf(db, posting, input.lineIds);
  const lineIds = await reversals.readReversibleLines(db, posting, input.lineIds);
  if (lineIds.length === 0) return repeated(db, posting, input.lineIds);
  const refused = await reversals.readWhatStandsAgainst(db, posting, lineIds, input.now);
  const rejection = rejectStanding(refused);
  if (rejection) return { outcome: { rejection, refused }, reached: [] };

  const reversal = await reversals.saveReversal(db, { ...input, reversed: posting, lineIds });
  const reference = `count ${session.number}`;
  const span = await reversals.appendReversals(db, reversal, posting, { lineIds, reference });
  await reopenLines(db, session, input.now);
  await saveState(db, session, reversal);
  const { warehouseId, now } = input;
  const reached = span ? await followMoves(db, { warehouseId, now, ...span }) : [];
  return { outcome: { posting: reversal, wasReversed: false }, reached };
}

const rejectKind = ({ kind }: PostingRow) =>
  kind === "REVERSAL" ? rejectReversal("REVERSAL_OF_REVERSAL") : null;

async function requireLinesOf(db: Db, posting: PostingRow, lineIds: readonly number[] | null) {
  if (lineIds === null) return;
  const known = await reversals.countPostedLines(db, posting, lineIds);
  if (known !== new Set(lineIds).size) throw notFound("posted line");
}

async function repeated(
  db: Db,
  posting: PostingRow,
  lineIds: readonly number[] | null,
): Promise<Reversed> {
  const reversal = await reversals.findReversal(db, posting, lineIds);
  if (!reversal) throw notFound("posted line");
  return { outcome: { posting: reversal, wasReversed: true }, reached: [] };
}

async function saveState(db: Db, session: SessionRow, reversal: PostingRow): Promise<void> {
  const isApprovalRequired = session.options?.["170"] ?? true;
  const left = await readWhatIsPosted(db, session);
  const state = stateAfterReversal(session, left, isApprovalRequired);
  const { id: postingId, reversesId, lineCount, postedById, postedAt } = reversal;
  await saveSessionState(db, session, state, {
    kind: "POSTING_REVERSED",
    actorId: postedById,
    now: postedAt,
    details: { postingId, reversesId, lineCount },
  });
}
