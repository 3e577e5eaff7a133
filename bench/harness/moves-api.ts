import { BenchApi } from "./bench-api.ts";
import type { SeededServer } from "./seeded-server.ts";

export interface KnownQuant {
  itemId: string;
  locationId: string;
}

const QUANTS = `query Quants($warehouseId: ID!, $first: Int!) {
  quants(warehouseId: $warehouseId, first: $first) {
    nodes { item { id tracking } location { id } lot { id } status }
  }
}`;

const RECORD = `mutation Record($input: RecordStockMovesInput!) {
  recordStockMoves(input: $input) {
    __typename
    ... on StockMovesRejected { rejections { index reason message } }
  }
}`;

/** Receipts into the demonstration's main warehouse, as an integrator's script would send them. */
export class MovesApi {
  readonly #api: BenchApi;
  readonly #warehouseId: string;

  private constructor(api: BenchApi, warehouseId: string) {
    this.#api = api;
    this.#warehouseId = warehouseId;
  }

  static async signIn(server: SeededServer): Promise<MovesApi> {
    const api = await BenchApi.signIn(server);
    return new MovesApi(api, await api.warehouseId("MAIN"));
  }

  /** Bulk stock only: a receipt of it needs no lot and no serials. */
  async listQuants(count: number): Promise<KnownQuant[]> {
    const known: KnownQuant[] = [];
    const page = { warehouseId: this.#warehouseId, first: 100 };
    type Node = { item: { id: string; tracking: string }; location: { id: string } };
    const answer = await this.#api.ask<{ quants: { nodes: Node[] } }>(QUANTS, page);
    for (const { item, location } of answer.quants.nodes) {
      if (item.tracking === "BULK") known.push({ itemId: item.id, locationId: location.id });
    }
    if (known.length === 0) throw new Error("The demonstration has no bulk stock.");
    return Array.from({ length: count }, (_, at) => known[at % known.length] as KnownQuant);
  }

  async receive(quants: KnownQuant[], batch: string): Promise<void> {
    const effectiveAt = new Date().toISOString();
    const moves = quants.map((quant, at) => ({
      ...quant,
      externalId: `${batch}-${at}`,
      kind: "RECEIPT",
      quantity: "1",
      effectiveAt,
    }));
    const input = { warehouseId: this.#warehouseId, moves };
    type Answer = { recordStockMoves: { __typename: string } };
    const { recordStockMoves } = await this.#api.ask<Answer>(RECORD, { input });
    if (recordStockMoves.__typename !== "StockMovesRecorded") {
      throw new Error(`The batch was not recorded: ${JSON.stringify(recordStockMoves)}`);
    }
  }
}
