import { StockFeed } from "@tallyroom/schema/operations/stock-feed.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { keepFollowing } from "#lib/shared/api/keep-following.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";
import { session } from "#lib/shared/session/session.svelte.ts";
import { paced } from "#lib/shared/api/paced.ts";
import type { MoveRow } from "./quant-row.ts";

const updatesApartMs = 250;

/**
 * Hands every move of the current warehouse to `onMoves`, at most four times a second. Call while a
 * component starts; it follows a change of warehouse and ends with the component.
 */
export function followStock(onMoves: (moves: readonly MoveRow[]) => void) {
  $effect(() => {
    const warehouse = currentWarehouse.value;
    if (!warehouse) return;
    const pace = paced(onMoves, updatesApartMs);
    let after: string | null = null;
    const stop = keepFollowing(({ onWell, onProblem }) =>
      api.follow(
        StockFeed,
        { warehouseId: warehouse.id, after, ...stockSight() },
        {
          onData: ({ stockFeed }) => {
            onWell();
            after = stockFeed.cursor;
            pace.push(stockFeed.moves);
          },
          onProblem,
          cursorOf: ({ stockFeed }) => stockFeed.cursor,
        },
      ),
    );
    return () => {
      stop();
      pace.stop();
    };
  });
}

/** Which numbers this viewer may ask for; one field too many and the server refuses the question. */
export function stockSight() {
  const seesExpected = session.can("view:expected-quantity");
  return { seesExpected, seesValue: seesExpected && session.can("view:cost") };
}
