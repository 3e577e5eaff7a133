import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { followNumbers } from "../../database/numbered-feed.ts";
import { notFound } from "../../shared/refusal.ts";
import { ledgerTopic } from "../domain/ledger-topic.ts";
import type { StockMoveRow } from "../domain/rows.ts";
import { moveColumns } from "../storage/columns.ts";

export interface LedgerFrame {
  moves: StockMoveRow[];
  /** The last position that was read. */
  position: number;
}

/** Every move of a warehouse from a position on, in ledger order. */
export function followLedger(
  db: Db,
  doorbell: Doorbell,
  warehouseId: number,
  after: number | null,
): Promise<AsyncIterableIterator<LedgerFrame>> {
  const numbered = {
    topic: ledgerTopic(warehouseId),
    noun: "ledger",
    readHead: () => readHead(db, warehouseId),
    readAfter: (position: number, most: number) => readMoves(db, warehouseId, position, most),
    positionOf: ({ id }: StockMoveRow) => id,
    frameOf: (moves: StockMoveRow[], position: number) => ({ moves, position }),
  };
  return followNumbers(doorbell, numbered, after);
}

function readMoves(db: Db, warehouseId: number, position: number, most: number) {
  return rowsOf<StockMoveRow>(
    db,
    sql`select ${moveColumns} from stock_move m
        where m.warehouse_id = ${warehouseId} and m.id > ${position}
        order by m.id limit ${most}`,
  );
}

async function readHead(db: Db, warehouseId: number): Promise<number> {
  const head = await firstRowOf<{ position: number }>(
    db,
    sql`select last_move_id as position from ledger_head where warehouse_id = ${warehouseId}`,
  );
  if (!head) throw notFound("warehouse");
  return head.position;
}
