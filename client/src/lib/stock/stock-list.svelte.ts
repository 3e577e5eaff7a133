import { Stock } from "@tallyroom/schema/operations/stock.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { PagedReading } from "#lib/shared/api/paged-reading.svelte.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import { followStock, stockSight } from "./follow-stock.svelte.ts";
import type { MoveRow, QuantRow } from "./quant-row.ts";
import { ranksBefore } from "./rank.ts";
import type { StockQuestion } from "./stock-question.svelte.ts";

const pageSize = 100;

/**
 * The stock page's rows, live: a quantity changes where it stands, and whatever would move or add
 * a row waits until the reader asks for the new order.
 */
export class StockList {
  readonly reading: PagedReading<QuantRow>;
  /** Rows whose numbers changed since the list was read. */
  changedIds = $state.raw<ReadonlySet<string>>(new Set());
  /** Rows whose place is out of date, or that are missing. */
  waitingIds = $state.raw<ReadonlySet<string>>(new Set());
  #question: StockQuestion;

  constructor(question: StockQuestion) {
    this.#question = question;
    this.reading = new PagedReading((after) => {
      const warehouse = currentWarehouse.value;
      if (!warehouse) return undefined;
      if (after === null) this.#forgetChanges();
      const { search, filter, orderField, direction } = question;
      return api
        .query(Stock, {
          warehouseId: warehouse.id,
          first: pageSize,
          after,
          search: search || null,
          filter,
          orderBy: { field: orderField, direction },
          ...stockSight(),
        })
        .then(({ quants }) => quants);
    });
    followStock((moves) => this.#take(moves));
  }

  updateOrder() {
    return this.reading.again();
  }

  #forgetChanges() {
    this.changedIds = new Set();
    this.waitingIds = new Set();
  }

  #take(moves: readonly MoveRow[]) {
    const fresh = new Map(moves.map(({ quant }) => [quant.id, quant]));
    const shownIds = new Set(this.reading.rows.map((row) => row.id));
    const changed = new Set(this.changedIds);
    const waiting = new Set(this.waitingIds);
    for (const quant of fresh.values()) {
      const isShown = shownIds.has(quant.id);
      if (isShown) changed.add(quant.id);
      const isOutOfPlace = isShown ? this.#question.isOrderedByMoves : this.#isMissing(quant);
      if (isOutOfPlace) waiting.add(quant.id);
    }
    this.reading.replace(fresh);
    this.changedIds = changed;
    this.waitingIds = waiting;
  }

  /** A row that belongs among those read so far; one that belongs to a later page is not missed. */
  #isMissing(quant: QuantRow): boolean {
    if (!this.#question.wouldShow(quant)) return false;
    const last = this.reading.rows.at(-1);
    if (!this.reading.hasMore || !last) return true;
    return ranksBefore(quant, last, this.#question.orderField, this.#question.direction);
  }
}
