import { createHash } from "node:crypto";
import type { EntityManager } from "@mikro-orm/postgresql";
import { optionDefaults } from "../../counting/domain/options.ts";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { may } from "../../counting/domain/session-status.ts";
import { sessionTopic } from "../../counting/domain/session-topic.ts";
import { roundsAtMost } from "../../counting/domain/settle-rounds.ts";
import { lineIdsOf, type LineConditions } from "../../counting/queries/list-lines.ts";
import { linesOfSelection } from "../../counting/storage/line-selection.ts";
import { openRounds } from "../../counting/storage/open-rounds.ts";
import { lockSession } from "../../counting/storage/session-row.ts";
import { decideAgainAfterRace } from "../../database/decide-again-after-race.ts";
import { firstRowOf, sql, type Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { notFound } from "../../shared/refusal.ts";
import type { Rejection } from "../../shared/rejection.ts";
import {
  decideRecount,
  recountLinesAtMost,
  rejectRecount,
  rejectRequest,
  type RecountDecision,
  type RecountRejectionReason,
} from "../domain/decide-recount.ts";
import { drawControls } from "../storage/draw-controls.ts";
import { inWalk } from "../storage/recount-at-hand-in.ts";
import { findRequest, insertRequest } from "../storage/recount-request.ts";
import { isCounterKnown, readRecountableLines } from "../storage/recountable-lines.ts";

export type RecountTarget =
  | { kind: "LINES"; lineIds: readonly number[] }
  | { kind: "SELECTION"; token: string }
  | { kind: "VIEW"; view: NonNullable<LineConditions["view"]> };

export interface RequestRecount {
  warehouseId: number;
  sessionId: number;
  key: string;
  target: RecountTarget;
  assigneeId: string | null;
  reason: string;
  actorId: string;
  now: Date;
}

export type RecountOutcome =
  | (RecountDecision & { session: SessionRow; wasAsked: boolean; controlCount: number })
  | { rejection: Rejection<RecountRejectionReason> };

/** A new round begins on each line that may have one. The same key again asks nobody twice. */
export async function requestRecount(
  em: EntityManager,
  doorbell: Doorbell,
  asked: RequestRecount,
): Promise<RecountOutcome> {
  const no = rejectRequest(asked);
  if (no) return { rejection: no };
  const { warehouseId, sessionId } = asked;
  const outcome = await decideAgainAfterRace(() =>
    inTransaction<RecountOutcome>(em, async ({ db }) => {
      const session = await lockSession(db, warehouseId, sessionId);
      return ask(db, session, asked);
    }),
  );
  if ("lineIds" in outcome && !outcome.wasAsked)
    doorbell.ring(sessionTopic(warehouseId, sessionId));
  return outcome;
}

async function ask(db: Db, session: SessionRow, asked: RequestRecount): Promise<RecountOutcome> {
  const { warehouseId, sessionId, key, assigneeId, reason, actorId, now } = asked;
  const fingerprint = fingerprintOf(asked);
  const request = { warehouseId, sessionId, askedBy: actorId, key, fingerprint, now };
  const before = await findRequest(db, request);
  if (before && before.fingerprint !== fingerprint)
    return { rejection: rejectRecount("KEY_REUSED") };
  if (before) {
    const { lineIds, refused, controlCount } = before;
    return { session, wasAsked: true, lineIds, refused, controlCount };
  }

  if (session.status === "DRAFT") return { rejection: rejectRecount("SESSION_NOT_STARTED") };
  if (!may("RECOUNT", session)) return { rejection: rejectRecount("SESSION_ENDED") };
  const found = await linesMeant(db, asked);
  if ("rejection" in found) return found;
  if (found.lineIds.length > recountLinesAtMost)
    return { rejection: rejectRecount("TOO_MANY_LINES") };
  if (assigneeId !== null && !(await isCounterKnown(db, warehouseId, assigneeId)))
    return { rejection: rejectRecount("ASSIGNEE_UNKNOWN") };
  const lines = await readRecountableLines(db, session, found.lineIds);
  if (asked.target.kind === "LINES" && lines.length < new Set(found.lineIds).size)
    throw notFound("count line");

  const policy = { assigneeId, roundsAtMost: roundsAtMost(session.options ?? optionDefaults) };
  const decision = decideRecount(lines, policy);
  const rounds = decision.lineIds.map((lineId) => ({
    ...{ lineId, assigneeId, cause: "ASKED" as const },
  }));
  const controls = await controlsAmong(db, session, asked, decision.lineIds);
  const drawn = controls.map((lineId) => ({ lineId, assigneeId, cause: "CONTROL" as const }));
  const together = await inWalk(db, session, [...rounds, ...drawn]);
  await openRounds(db, session, together, { actorId, reason, now });
  const told = { ...decision, controlCount: controls.length };
  await insertRequest(db, request, told);
  return { ...told, session, wasAsked: false };
}

/** Whoever names lines says which; of what a view finds in a blind count nobody may tell why. */
async function controlsAmong(
  db: Db,
  session: SessionRow,
  { target, assigneeId }: RequestRecount,
  lineIds: readonly number[],
): Promise<readonly number[]> {
  if (target.kind !== "VIEW" || !session.isBlind || lineIds.length === 0) return [];
  const controls = await readRecountableLines(
    db,
    session,
    await drawControls(db, session, lineIds),
  );
  const policy = { assigneeId, roundsAtMost: roundsAtMost(session.options ?? optionDefaults) };
  return decideRecount(controls, policy).lineIds;
}

async function linesMeant(
  db: Db,
  { warehouseId, sessionId, target, actorId, now }: RequestRecount,
) {
  switch (target.kind) {
    case "LINES":
      return { lineIds: target.lineIds };
    case "SELECTION":
      return linesOfSelection(db, { warehouseId, sessionId, token: target.token, actorId, now });
    case "VIEW": {
      const ids = lineIdsOf({ warehouseId, id: sessionId }, { view: target.view }, []);
      const row = await firstRowOf<{ ids: string[] }>(db, sql`select ${ids} as ids`);
      return { lineIds: (row?.ids ?? []).map(Number) };
    }
    default:
      return target satisfies never;
  }
}

function fingerprintOf({ sessionId, target, assigneeId, reason }: RequestRecount): string {
  const meant =
    target.kind === "LINES" ? { ...target, lineIds: [...new Set(target.lineIds)].sort() } : target;
  const content = JSON.stringify([sessionId, meant, assigneeId, reason]);
  return createHash("sha256").update(content).digest("hex");
}
