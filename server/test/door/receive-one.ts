import { randomUUID } from "node:crypto";
import type { Caller } from "./caller.ts";

const recordMutation = `mutation ($input: RecordStockMovesInput!) {
  recordStockMoves(input: $input) {
    __typename
    ... on StockMovesRecorded { moves { sequence } }
    ... on StockMovesRejected { rejections { reason message } }
  }
}`;

interface Shelf {
  itemId: string;
  locationId: string;
}

const shelves = new Map<string, Shelf>();

/** One piece of bulk stock comes in; answers with its place in the ledger. */
export async function receiveOne(caller: Caller, warehouseId: string): Promise<number> {
  const shelf = shelves.get(warehouseId) ?? (await findShelf(caller, warehouseId));
  shelves.set(warehouseId, shelf);
  const { data, text } = await caller.ask(recordMutation, {
    input: {
      warehouseId,
      moves: [
        {
          ...shelf,
          externalId: randomUUID(),
          kind: "RECEIPT",
          quantity: "1",
          effectiveAt: new Date().toISOString(),
        },
      ],
    },
  });
  const sequence = data?.recordStockMoves.moves?.[0].sequence;
  if (sequence === undefined) throw new Error(`Nothing was recorded: ${text}`);
  return sequence;
}

async function findShelf(caller: Caller, warehouseId: string): Promise<Shelf> {
  const { data } = await caller.ask(
    `query ($warehouseId: ID!) {
      quants(warehouseId: $warehouseId, first: 200) {
        nodes { item { id tracking } location { id isActive isClosedOff } }
      }
    }`,
    { warehouseId },
  );
  interface Row {
    item: { id: string; tracking: string };
    location: { id: string; isActive: boolean; isClosedOff: boolean };
  }
  const rows: Row[] = data.quants.nodes;
  const row = rows.find(
    ({ item, location }) => item.tracking === "BULK" && location.isActive && !location.isClosedOff,
  );
  if (!row) throw new Error("There is no shelf with bulk stock.");
  return { itemId: row.item.id, locationId: row.location.id };
}
