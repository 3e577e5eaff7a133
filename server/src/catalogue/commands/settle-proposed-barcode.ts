import type { EntityManager } from "@mikro-orm/postgresql";
import { sql } from "../../database/db.ts";
import { decideAgainAfterRace } from "../../database/decide-again-after-race.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { notFound } from "../../shared/refusal.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { barcodeKindOf } from "../domain/gtin.ts";
import {
  decideSettlement,
  type ProposedBarcodeRow,
  type SettlementRejectionReason,
} from "../domain/judge-proposal.ts";
import { lockProposedBarcode, ownerOfBarcode } from "../storage/proposed-barcodes.ts";

export interface SettleProposedBarcode {
  itemId: number;
  code: string;
  isAccepted: boolean;
  settledBy: string;
  now: Date;
}

export type SettlementOutcome =
  { settled: ProposedBarcodeRow } | { rejection: Rejection<SettlementRejectionReason> };

/** Makes a proposed code a barcode of its item, or lets it go; what was counted by it stays as it is. */
export function settleProposedBarcode(
  em: EntityManager,
  { itemId, code, isAccepted, settledBy, now }: SettleProposedBarcode,
): Promise<SettlementOutcome> {
  return decideAgainAfterRace(() =>
    inTransaction<SettlementOutcome>(em, async ({ db }) => {
      const proposal = await lockProposedBarcode(db, itemId, code);
      if (!proposal) throw notFound("proposed barcode");
      const ownerItemId = await ownerOfBarcode(db, code);
      const decision = decideSettlement(proposal, isAccepted, { ownerItemId });
      if (decision.kind === "REJECTED") return { rejection: decision.rejection };
      if (decision.kind === "NOTHING_TO_DO") return { settled: proposal };
      await sql`update proposed_barcode
          set is_accepted = ${isAccepted}, settled_by = ${settledBy}, settled_at = ${now}::timestamptz
          where item_id = ${itemId} and code = ${code}`.execute(db);
      if (isAccepted && ownerItemId === null)
        await sql`insert into item_barcode (code, item_id, kind)
            values (${code}, ${itemId}, ${barcodeKindOf(code)})`.execute(db);
      return { settled: { ...proposal, isAccepted, settledById: settledBy, settledAt: now } };
    }),
  );
}
