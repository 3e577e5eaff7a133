import type { EntityManager } from "@mikro-orm/postgresql";
import type { SessionRow } from "../../counting/domain/rows.ts";
import { may } from "../../counting/domain/session-status.ts";
import { sessionTopic } from "../../counting/domain/session-topic.ts";
import { markChosenRound, readRoundsToChoose } from "../../counting/storage/chosen-round.ts";
import { sessionOfLine } from "../../counting/storage/session-of-line.ts";
import { lockSession } from "../../counting/storage/session-row.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import type { Rejection } from "../../shared/rejection.ts";
import {
  rejectChoice,
  type AskedChoice,
  type ChoiceRejectionReason,
} from "../domain/choose-round.ts";

export interface ChooseRound extends AskedChoice {
  warehouseId: number;
  lineId: number;
  now: Date;
}

export type ChoiceOutcome =
  { session: SessionRow } | { rejection: Rejection<ChoiceRejectionReason> };

/** A supervisor says which round of a line stands, whatever the others found; all of them are kept. */
export async function chooseRound(
  em: EntityManager,
  doorbell: Doorbell,
  asked: ChooseRound,
): Promise<ChoiceOutcome> {
  const { warehouseId, lineId } = asked;
  const outcome = await inTransaction<ChoiceOutcome>(em, async ({ db }) => {
    const sessionId = await sessionOfLine(db, warehouseId, lineId);
    const session = await lockSession(db, warehouseId, sessionId);
    const line = await readRoundsToChoose(db, session, lineId);
    const rejection = rejectChoice(asked, { ...line, isOpen: may("RECOUNT", session) });
    if (rejection) return { rejection };
    await markChosenRound(db, session, asked);
    return { session };
  });
  if ("session" in outcome) doorbell.ring(sessionTopic(warehouseId, outcome.session.id));
  return outcome;
}
