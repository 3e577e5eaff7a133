import type { EntityManager } from "@mikro-orm/postgresql";
import type { Doorbell } from "../../database/doorbell.ts";
import type { Db } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { sessionTopic } from "../domain/session-topic.ts";
import { readOptions } from "../queries/read-options.ts";
import { learnOfLines } from "../storage/learn-of-lines.ts";
import { startDraft, type StartDraft, type StartOutcome } from "../storage/start-draft.ts";

export type StartCountSession = StartDraft;

/** From so many lines on a plan that was made before them is wrong. */
const aLeap = 1_000;

/**
 * Freezes the options and takes the snapshot. The ledger is held meanwhile: a move is either in the
 * snapshot or finds the session open, never between the two.
 */
export async function startCountSession(
  em: EntityManager,
  doorbell: Doorbell,
  input: StartCountSession,
): Promise<StartOutcome> {
  const { warehouseId, sessionId } = input;
  const outcome = await inTransaction(em, async ({ db }) =>
    startDraft(db, input, await readOptions(db, warehouseId)),
  );
  if ("session" in outcome) {
    if (outcome.session.linesTotal >= aLeap)
      void learnOfLines(em.fork().getKysely() as unknown as Db);
    doorbell.ring(sessionTopic(warehouseId, sessionId));
  }
  return outcome;
}
