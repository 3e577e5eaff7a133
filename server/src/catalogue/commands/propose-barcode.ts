import type { EntityManager } from "@mikro-orm/postgresql";
import { firstRowOf, sql } from "../../database/db.ts";
import { inTransaction } from "../../database/in-transaction.ts";
import { notFound } from "../../shared/refusal.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { requireShortTexts } from "../../shared/require-short-texts.ts";
import { judgeProposal, type ProposalRejectionReason } from "../domain/judge-proposal.ts";
import { ownerOfBarcode } from "../storage/proposed-barcodes.ts";

export interface ProposeBarcode {
  itemId: number;
  code: string;
  proposedBy: string;
  now: Date;
}

export type ProposalOutcome =
  { wasProposed: boolean } | { rejection: Rejection<ProposalRejectionReason> };

/** Notes for which item a counter took a code. Said again, by anybody, it is still one proposal. */
export function proposeBarcode(
  em: EntityManager,
  { itemId, code: given, proposedBy, now }: ProposeBarcode,
): Promise<ProposalOutcome> {
  requireShortTexts([given]);
  const code = given.trim();
  return inTransaction<ProposalOutcome>(em, async ({ db }) => {
    if (!(await firstRowOf(db, sql`select 1 from item where id = ${itemId}`)))
      throw notFound("item");
    const isKnown = (await ownerOfBarcode(db, code)) !== null;
    const rejection = judgeProposal(code, { isKnown });
    if (rejection) return { rejection };
    const made = await firstRowOf(
      db,
      sql`insert into proposed_barcode (item_id, code, proposed_by, proposed_at)
          values (${itemId}, ${code}, ${proposedBy}, ${now}::timestamptz)
          on conflict (item_id, code) do nothing returning item_id`,
    );
    return { wasProposed: made === null };
  });
}
