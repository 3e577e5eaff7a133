import type { EntityManager } from "@mikro-orm/postgresql";
import { inTransaction } from "../../database/in-transaction.ts";
import { notFound } from "../../shared/refusal.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { lockLedger } from "../../stock/storage/read-stock-move-facts.ts";
import { rejectHold, type HoldRow, type PlaceHoldRejectionReason } from "../domain/hold.ts";
import { insertHold, unknownOf, type HoldToPlace } from "../storage/hold-row.ts";

export type PlaceHoldOutcome =
  { hold: HoldRow } | { rejection: Rejection<PlaceHoldRejectionReason> };

/** Under the ledger's lock: a move or a posting is either before it, or meets it. */
export async function placeHold(em: EntityManager, input: HoldToPlace): Promise<PlaceHoldOutcome> {
  const asked = { ...input, reason: input.reason.trim() };
  return inTransaction<PlaceHoldOutcome>(em, async ({ db }) => {
    await lockLedger(db, asked.warehouseId);
    const unknown = await unknownOf(db, asked);
    if (unknown) throw notFound(unknown);
    const rejection = rejectHold(asked);
    return rejection ? { rejection } : { hold: await insertHold(db, asked) };
  });
}
