import DataLoader from "dataloader";
import { rowsOf, sql, type Db } from "../../database/db.ts";
import { Decimal } from "../../shared/exact-decimal.ts";
import { explainLine, type ExplanationStep } from "../domain/explain-line.ts";
import type { LineRow } from "../domain/rows.ts";
import { lineOf } from "../storage/line-of.ts";
import type { LineKey } from "./line.loader.ts";

export interface ToldMove {
  kind: string;
  reference: string | null;
}

/** The arithmetic of a line, with the paper of each move by its position in the ledger. */
export interface Explanation {
  steps: ExplanationStep[];
  papers: ReadonlyMap<number, ToldMove>;
  /** The instant counted is one that a person wrote down. */
  isWritten: boolean;
}

interface MoveRow extends ToldMove, LineKey {
  sequence: number;
  quantity: string;
  effectiveAt: Date;
  recordedAt: Date;
}

/** The arithmetic of all lines that an answer shows: their moves in one statement. */
export function createExplanationLoader(
  db: Db,
  lines: DataLoader<LineKey, LineRow | null, string>,
): DataLoader<LineKey, Explanation | null, string> {
  const keyText = ({ warehouseId, lineId }: LineKey) => `${warehouseId}:${lineId}`;
  return new DataLoader(
    async (keys) => {
      const found = await Promise.all(keys.map((key) => lines.load(key)));
      const [read, written] = await Promise.all([readMoves(db, keys), readWritten(db, keys)]);
      const moves = Map.groupBy(read, keyText);
      const isWritten = new Set(written.map(keyText));
      return keys.map((key, at) => {
        const line = found[at];
        return line
          ? explanationOf(line, moves.get(keyText(key)) ?? [], isWritten.has(keyText(key)))
          : null;
      });
    },
    { cacheKeyFn: keyText },
  );
}

/** Those that the snapshot does not contain, or that happened after it or after the count. */
function readMoves(db: Db, keys: readonly LineKey[]): Promise<MoveRow[]> {
  return rowsOf<MoveRow>(
    db,
    sql`select k.warehouse_id as "warehouseId", k.id as "lineId", m.id as sequence, m.quantity,
          m.effective_at as "effectiveAt", m.recorded_at as "recordedAt", m.kind, m.reference
        from unnest(${keys.map((key) => key.warehouseId)}::int[],
                    ${keys.map((key) => key.lineId)}::bigint[]) as k(warehouse_id, id)
        cross join lateral ${lineOf(sql`k.warehouse_id`, sql`k.id`)} l
        join quant q on q.warehouse_id = l.warehouse_id and q.item_id = l.item_id
          and q.location_id = l.location_id and q.lot_id is not distinct from l.lot_id
          and q.status = l.stock_status
        join stock_move m on m.warehouse_id = q.warehouse_id and m.quant_id = q.id
          and (m.id > l.ledger_position
            or m.effective_at > least(l.snapshot_at, l.window_first_at))`,
  );
}

/** Those that are counted at a time that somebody wrote down. */
function readWritten(db: Db, keys: readonly LineKey[]): Promise<LineKey[]> {
  return rowsOf<LineKey>(
    db,
    sql`select k.warehouse_id as "warehouseId", k.id as "lineId"
        from unnest(${keys.map((key) => key.warehouseId)}::int[],
                    ${keys.map((key) => key.lineId)}::bigint[]) as k(warehouse_id, id)
        cross join lateral ${lineOf(sql`k.warehouse_id`, sql`k.id`)} l
        where exists (
          select from observation o
          where o.warehouse_id = l.warehouse_id and o.line_id = l.id
            and o.time_source = 'WRITTEN' and o.mode in ('ADD', 'REPLACE', 'VERIFY')
            and o.counted_at = l.window_last_at and o.recorded_by = any(l.counter_ids))`,
  );
}

function explanationOf(line: LineRow, moves: readonly MoveRow[], isWritten: boolean): Explanation {
  const { windowFirstAt, windowLastAt, quantityCounted } = line;
  const steps = explainLine({
    snapshot: {
      quantity: new Decimal(line.quantitySnapshot),
      ledgerPosition: line.ledgerPosition,
      at: line.snapshotAt,
    },
    moves: moves.map((row) => ({ ...row, quantity: new Decimal(row.quantity) })),
    count:
      quantityCounted !== null && windowFirstAt && windowLastAt
        ? {
            quantity: new Decimal(quantityCounted),
            window: { first: windowFirstAt, last: windowLastAt },
          }
        : null,
  });
  return { steps, papers: new Map(moves.map((row) => [row.sequence, row])), isWritten };
}
