import type { SeededServer } from "./seeded-server.ts";

export interface KnownQuant {
  itemId: string;
  locationId: string;
}

const SIGN_IN = `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) { __typename }
}`;

const WAREHOUSES = `query Warehouses { viewer { warehouses { id } } }`;

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

/** What an integrator's script would do: sign in once, then send batches. */
export class MovesApi {
  readonly #endpoint: URL;
  #cookie = "";
  #warehouseId = "";

  private constructor(url: string) {
    this.#endpoint = new URL("/graphql", url);
  }

  static async signIn({ url, administrator }: SeededServer): Promise<MovesApi> {
    const api = new MovesApi(url);
    const { email, password } = administrator;
    await api.#ask(SIGN_IN, { input: { email, password } });
    const answer = await api.#ask<{ viewer: { warehouses: { id: string }[] } }>(WAREHOUSES, {});
    api.#warehouseId = answer.viewer.warehouses[0]?.id ?? "";
    return api;
  }

  /** Bulk stock only: a receipt of it needs no lot and no serials. */
  async listQuants(count: number): Promise<KnownQuant[]> {
    const known: KnownQuant[] = [];
    const page = { warehouseId: this.#warehouseId, first: 100 };
    type Node = { item: { id: string; tracking: string }; location: { id: string } };
    const answer = await this.#ask<{ quants: { nodes: Node[] } }>(QUANTS, page);
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
    const { recordStockMoves } = await this.#ask<Answer>(RECORD, { input });
    if (recordStockMoves.__typename !== "StockMovesRecorded") {
      throw new Error(`The batch was not recorded: ${JSON.stringify(recordStockMoves)}`);
    }
  }

  async #ask<Answer>(query: string, variables: Record<string, unknown>): Promise<Answer> {
    const response = await fetch(this.#endpoint, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        origin: this.#endpoint.origin,
        cookie: this.#cookie,
      },
      body: JSON.stringify({ query, variables }),
    });
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
    if (cookies.length > 0) this.#cookie = cookies.join("; ");
    const { data, errors } = (await response.json()) as { data?: Answer; errors?: unknown };
    if (!data || errors) throw new Error(`The API refused: ${JSON.stringify(errors)}`);
    return data;
  }
}
