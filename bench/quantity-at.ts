import pg from "pg";
import { BenchApi } from "./harness/bench-api.ts";
import { type Bench, type BenchScope, secondsOf } from "./harness/figure.ts";
import { openCount } from "./harness/observe-api.ts";
import { largeServer } from "./harness/seeded-server.ts";
import { wholeCount } from "./harness/whole-count.ts";

const MOVES = 1_000_000;
const QUESTIONS_PER_ROUND = 100;
const DAY_MS = 86_400_000;

const QUANTS = `query Quants($warehouseId: ID!, $first: Int!) {
  quants(warehouseId: $warehouseId, first: $first, orderBy: { field: LAST_MOVED_AT, direction: DESC }) {
    nodes { id item { sku } location { code } }
  }
}`;

const QUANTITY_AT = `query QuantityAt($quantId: ID!, $instant: DateTime!) {
  quantityAt(quantId: $quantId, instant: $instant)
}`;

interface KnownQuant {
  id: string;
  item: { sku: string };
  location: { code: string };
}

/**
 * What a quant held at an instant of the past: through the API, by the index that carries the
 * quantities; beside it a sum over the warehouse's whole ledger, which needs no index of its own.
 * And what all lines of a count expect, each at its own instant, in one statement.
 */
const quantityAt: Bench = async (scope) => {
  const server = await largeServer(scope, { moveCount: MOVES });
  const api = await BenchApi.signIn(server);
  const warehouseId = await api.warehouseId("LARGE");
  type Answer = { quants: { nodes: KnownQuant[] } };
  const { quants } = await api.ask<Answer>(QUANTS, { warehouseId, first: QUESTIONS_PER_ROUND });
  const peer = await wholeLedger(scope, server.databaseUrl);
  const instant = new Date(Date.now() - 60 * DAY_MS).toISOString();
  const ours = async ({ id }: KnownQuant) => {
    const asked = await api.ask<{ quantityAt: string }>(QUANTITY_AT, { quantId: id, instant });
    return Number(asked.quantityAt);
  };
  for (const quant of quants.nodes.slice(0, 5)) {
    const [one, other] = [await ours(quant), await peer.quantityAt(quant, instant)];
    if (one !== other) throw new Error(`The two sides differ: ${one} and ${other}.`);
  }
  const answersPerSecond = (ask: (quant: KnownQuant) => Promise<number>) => async () => {
    const seconds = await secondsOf(async () => {
      for (const quant of quants.nodes) await ask(quant);
    });
    return quants.nodes.length / seconds;
  };
  const count = await openCount(api, warehouseId);
  return [
    {
      figure: "seconds for what 100,000 lines expect at their own instants, with 1,000,000 moves",
      limit: 1,
      bound: "at most",
      rounds: 5,
      ours: await wholeCount(scope, server.databaseUrl, count),
    },
    {
      figure: "quantities at an instant a second, in a ledger of 1,000,000 moves",
      limit: 5,
      bound: "at least",
      ours: answersPerSecond(ours),
      peer: answersPerSecond((quant) => peer.quantityAt(quant, instant)),
    },
  ];
};

async function wholeLedger(scope: BenchScope, databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  scope.defer(() => client.end());
  await client.query("set enable_indexscan = off; set enable_bitmapscan = off");
  return {
    quantityAt: async ({ item, location }: KnownQuant, instant: string) => {
      const { rows } = await client.query<{ quantity: string }>(
        `select coalesce(sum(m.quantity), 0) as quantity
         from stock_move m
         where m.effective_at <= $3 and (m.warehouse_id, m.quant_id) = (
           select q.warehouse_id, q.id from quant q
           join item i on i.id = q.item_id
           join location l on l.warehouse_id = q.warehouse_id and l.id = q.location_id
           where i.sku = $1 and l.code = $2 limit 1)`,
        [item.sku, location.code, instant],
      );
      return Number(rows[0]?.quantity);
    },
  };
}

export default quantityAt;
