import pg from "pg";
import type { BenchScope, Bench } from "./harness/figure.ts";
import { secondsOf } from "./harness/figure.ts";
import { MovesApi } from "./harness/moves-api.ts";
import { seededServer } from "./harness/seeded-server.ts";

const BATCH = 200;
const BATCHES_PER_ROUND = 25;

/**
 * A batch of receipts through the API (HTTP, checks, idempotency, ledger, stock), beside the bare
 * rows of the ledger by one hand-written INSERT a batch: a table of the same shape and indexes.
 */
const moves: Bench = async (scope) => {
  const server = await seededServer(scope);
  const api = await MovesApi.signIn(server);
  const quants = await api.listQuants(BATCH);
  const peer = await bareLedger(scope, server.databaseUrl);
  let batches = 0;
  return [
    {
      figure: `moves a second, batches of ${BATCH}, one caller`,
      limit: 0.12,
      bound: "at least",
      rounds: 5,
      ours: () =>
        movesPerSecond(async () => {
          batches += 1;
          await api.receive(quants, `ours-${batches}`);
        }),
      peer: () =>
        movesPerSecond(async () => {
          batches += 1;
          await peer.insert(`peer-${batches}`);
        }),
    },
  ];
};

async function movesPerSecond(recordBatch: () => Promise<void>): Promise<number> {
  const seconds = await secondsOf(async () => {
    for (let batch = 0; batch < BATCHES_PER_ROUND; batch += 1) await recordBatch();
  });
  return (BATCHES_PER_ROUND * BATCH) / seconds;
}

async function bareLedger(scope: BenchScope, databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  scope.defer(() => client.end());
  await client.query("create table bare_move (like stock_move including all)");
  const { rows } = await client.query<{ warehouse_id: number; id: string }>(
    "select warehouse_id, id from quant order by warehouse_id, id limit $1",
    [BATCH],
  );
  let position = 0;
  const insert = async (batch: string) => {
    const values: unknown[] = [];
    const tuples = rows.map((quant, at) => {
      position += 1;
      values.push(quant.warehouse_id, position, quant.id, `${batch}-${at}`);
      const given = Array.from({ length: 4 }, (_, column) => `$${at * 4 + column + 1}`);
      return `(${given.join(", ")}, 'RECEIPT', 1, now(), now(), 'bench', '\\x00')`;
    });
    await client.query(
      `insert into bare_move (warehouse_id, id, quant_id, external_id, kind, quantity,
         effective_at, recorded_at, recorded_by, request_hash) values ${tuples.join(", ")}`,
      values,
    );
  };
  return { insert };
}

export default moves;
