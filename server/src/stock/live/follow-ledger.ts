import { firstRowOf, rowsOf, sql, type Db } from "../../database/db.ts";
import type { Doorbell } from "../../database/doorbell.ts";
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

class LedgerFollower implements AsyncIterableIterator<LedgerFrame> {
  #position: number;
  #isFirst = true;
  #hasRung = false;
  #isOver = false;
  #wake: (() => void) | null = null;
  readonly #stopListening: () => void;

  constructor(
    private readonly db: Db,
    doorbell: Doorbell,
    private readonly warehouseId: number,
    position: number,
  ) {
    this.#position = position;
    this.#stopListening = doorbell.listen(ledgerTopic(warehouseId), () => {
      this.#hasRung = true;
      this.#wake?.();
    });
  }

  /** The first frame comes at once, empty or not: it tells where the ledger stands. */
  async next(): Promise<IteratorResult<LedgerFrame, undefined>> {
    while (!this.#isOver) {
      // Forgotten before the look, so that a ring during it leads to another.
      this.#hasRung = false;
      const moves = await this.#read();
      this.#position = moves.at(-1)?.id ?? this.#position;
      const isDue = moves.length > 0 || this.#isFirst;
      this.#isFirst = false;
      if (isDue && !this.#isOver)
        return { done: false, value: { moves, position: this.#position } };
      await this.#nextRing();
    }
    return { done: true, value: undefined };
  }

  /** Ends a wait that is under way, too: a socket that goes leaves nothing behind. */
  async return(): Promise<IteratorResult<LedgerFrame, undefined>> {
    this.#isOver = true;
    this.#stopListening();
    this.#wake?.();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #nextRing(): Promise<void> {
    if (this.#hasRung || this.#isOver) return;
    await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#wake = null;
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
