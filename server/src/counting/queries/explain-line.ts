import { rowsOf, sql, type Db } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { explainLine, type ExplanationStep } from "../domain/explain-line.ts";
import type { LineRow } from "../domain/rows.ts";

export interface ToldMove {
  kind: string;
  reference: string | null;
}

/** The arithmetic of one line, with the paper of each move by its position in the ledger. */
export async function explainLineById(
  db: Db,
  line: LineRow,
): Promise<{ steps: ExplanationStep[]; papers: ReadonlyMap<number, ToldMove> }> {
  const rows = await rowsOf<
    ToldMove & { sequence: number; quantity: string; effectiveAt: Date; recordedAt: Date }
  >(
    db,
    sql`select m.id as sequence, m.quantity, m.effective_at as "effectiveAt",
          m.recorded_at as "recordedAt", m.kind, m.reference
        from quant q
        join stock_move m on m.warehouse_id = q.warehouse_id and m.quant_id = q.id
        where q.warehouse_id = ${line.warehouseId} and q.item_id = ${line.itemId}
          and q.location_id = ${line.locationId} and q.lot_id is not distinct from ${line.lotId}::bigint
          and q.status = ${line.stockStatus}
          and (m.id > ${line.ledgerPosition} or m.effective_at > least(
            ${line.snapshotAt}::timestamptz, ${line.windowFirstAt}::timestamptz))`,
  );
  const { windowFirstAt, windowLastAt, quantityCounted } = line;
  const steps = explainLine({
    snapshot: {
      quantity: new Decimal(line.quantitySnapshot),
      ledgerPosition: line.ledgerPosition,
      at: line.snapshotAt,
    },
    moves: rows.map((row) => ({ ...row, quantity: new Decimal(row.quantity) })),
    count:
      quantityCounted !== null && windowFirstAt && windowLastAt
        ? {
            quantity: new Decimal(quantityCounted),
            window: { first: windowFirstAt, last: windowLastAt },
          }
        : null,
  });
  return { steps, papers: new Map(rows.map((row) => [row.sequence, row])) };
}
