import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
import { RungFeed } from "../../database/rung-feed.ts";
import { notFound, Refusal } from "../../shared/refusal.ts";
import { ledgerTopic } from "../domain/ledger-topic.ts";
import type { StockMoveRow } from "../domain/rows.ts";
import { moveColumns } from "../storage/columns.ts";

const movesPerFrame = 200;

export interface LedgerFrame {
  moves: StockMoveRow[];
  /** The last position that was read. */
  position: number;
}

/**
 * Every move of a warehouse from a position on, in ledger order. The reader pulls: nothing is read
 * ahead of it, so a slow one costs its own patience and no memory. The bell only says when to look.
 * Positions are given out in the order of commits, so none can appear behind the last one read.
 */
export async function followLedger(
  db: Db,
  doorbell: Doorbell,
  warehouseId: number,
  after: number | null,
): Promise<AsyncIterableIterator<LedgerFrame>> {
  const head = await readHead(db, warehouseId);
  if (after !== null && after > head)
    throw new Refusal(
      "BAD_USER_INPUT",
      "This cursor is ahead of the ledger: begin again without one.",
    );
  return new LedgerFollower(db, doorbell, warehouseId, after ?? head);
}

class LedgerFollower extends RungFeed<LedgerFrame> {
  #isFirst = true;
  #position: number;

  constructor(
    private readonly db: Db,
    doorbell: Doorbell,
    private readonly warehouseId: number,
    position: number,
  ) {
    super(doorbell, ledgerTopic(warehouseId));
    this.#position = position;
  }

  /** The first frame comes at once, empty or not: it tells where the ledger stands. */
  protected async look(): Promise<LedgerFrame | null> {
    const moves = await this.#read();
    this.#position = moves.at(-1)?.id ?? this.#position;
    const isDue = moves.length > 0 || this.#isFirst;
    this.#isFirst = false;
    return isDue ? { moves, position: this.#position } : null;
  }

  #read(): Promise<StockMoveRow[]> {
    return rowsOf<StockMoveRow>(
      this.db,
      sql`select ${moveColumns} from stock_move m
          where m.warehouse_id = ${this.warehouseId} and m.id > ${this.#position}
          order by m.id limit ${movesPerFrame}`,
    );
  }
}

async function readHead(db: Db, warehouseId: number): Promise<number> {
  const head = await firstRowOf<{ position: number }>(
    db,
    sql`select last_move_id as position from ledger_head where warehouse_id = ${warehouseId}`,
  );
  if (!head) throw notFound("warehouse");
  return head.position;
}
