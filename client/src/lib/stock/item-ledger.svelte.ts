import { ItemLedger as ItemLedgerQuery } from "@tallyroom/schema/operations/item-ledger.ts";
import { ItemStock } from "@tallyroom/schema/operations/item-stock.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { PagedReading } from "#lib/shared/api/paged-reading.svelte.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import { followStock, stockSight } from "./follow-stock.svelte.ts";
import type { MoveRow, QuantRow } from "./quant-row.ts";

const movesAPage = 50;
const quantsAPage = 100;

/** Where one item lies in the current warehouse and everything that ever moved it, live. */
export class ItemLedger {
  readonly quants: PagedReading<QuantRow>;
  readonly moves: PagedReading<MoveRow>;
  /** Sum over the warehouse; absent where the viewer may not see it. */
  quantityOnHand = $state<string>();
  /** The place the moves are narrowed to. */
  quantId = $state("");
  /** Moves that arrived while the page was open. */
  freshIds = $state.raw<ReadonlySet<string>>(new Set());

  constructor(itemId: () => string) {
    this.quants = new PagedReading((after) => {
      const warehouse = currentWarehouse.value;
      if (!warehouse) return undefined;
      const place = { id: itemId(), warehouseId: warehouse.id, first: quantsAPage, after };
      return api.query(ItemStock, { ...place, ...stockSight() }).then(({ item }) => {
        this.quantityOnHand = item?.quantityOnHand;
        return item?.quants ?? noQuants;
      });
    });
    this.moves = new PagedReading((after) => {
      const warehouse = currentWarehouse.value;
      if (!warehouse) return undefined;
      const filter = {
        itemId: { eq: itemId() },
        ...(this.quantId && { quantId: { eq: this.quantId } }),
      };
      const place = { warehouseId: warehouse.id, first: movesAPage, after, filter };
      return api
        .query(ItemLedgerQuery, { ...place, ...stockSight() })
        .then(({ stockMoves }) => stockMoves);
    });
    followStock((moves) => this.#take(moves.filter(({ quant }) => quant.item.id === itemId())));
  }

  async again() {
    await Promise.all([this.quants.again(), this.moves.again()]);
  }

  #take(moves: readonly MoveRow[]) {
    if (moves.length === 0) return;
    this.freshIds = new Set([...this.freshIds, ...moves.map((move) => move.id)]);
    this.moves.putFirst(
      moves.filter(({ quant }) => !this.quantId || quant.id === this.quantId).toReversed(),
    );
    // The sum and a new place are the server's to say.
    void this.quants.again();
  }
}

const noQuants = { nodes: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } };
