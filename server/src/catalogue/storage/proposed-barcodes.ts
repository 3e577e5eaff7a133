import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { ProposedBarcodeRow } from "../domain/judge-proposal.ts";

const columns = sql`p.item_id as "itemId", p.code, p.proposed_by as "proposedById",
  p.proposed_at as "proposedAt", p.is_accepted as "isAccepted", p.settled_by as "settledById",
  p.settled_at as "settledAt"`;

/** Those that wait come first, the oldest before; then what was decided last. */
export function readProposedBarcodes(
  db: Db,
  { isWaiting, atMost }: { isWaiting: boolean; atMost: number },
): Promise<ProposedBarcodeRow[]> {
  return rowsOf<ProposedBarcodeRow>(
    db,
    isWaiting
      ? sql`select ${columns} from proposed_barcode p where p.is_accepted is null
            order by p.proposed_at, p.item_id, p.code limit ${atMost}`
      : sql`select ${columns} from proposed_barcode p where p.is_accepted is not null
            order by p.settled_at desc, p.item_id, p.code limit ${atMost}`,
  );
}

/** Held until the transaction ends, so that two who decide come one after the other. */
export function lockProposedBarcode(
  db: Db,
  itemId: number,
  code: string,
): Promise<ProposedBarcodeRow | null> {
  return firstRowOf<ProposedBarcodeRow>(
    db,
    sql`select ${columns} from proposed_barcode p
        where p.item_id = ${itemId} and p.code = ${code} for update`,
  );
}

export async function ownerOfBarcode(db: Db, code: string): Promise<number | null> {
  const row = await firstRowOf<{ itemId: number }>(
    db,
    sql`select item_id as "itemId" from item_barcode where code = ${code}`,
  );
  return row?.itemId ?? null;
}
