import pg from "pg";
import { BenchApi } from "./harness/bench-api.ts";
import { type Bench, type BenchScope, secondsOf } from "./harness/figure.ts";
import { linesToCount, observe, openCount } from "./harness/observe-api.ts";
import { oneRowUpdates } from "./harness/one-row-updates.ts";
import { postgraphilePeer } from "./harness/postgraphile-peer.ts";
import { largeServer } from "./harness/seeded-server.ts";

const BATCH = 50;
const CONNECTIONS = 8;
const BATCHES_PER_CONNECTION = 25;
const SINGLE_CONNECTIONS = 50;

/**
 * Entries of a count of 100,000 lines through the API, in batches; beside the same rows by
 * hand-written multi-row SQL: what was seen is inserted and its line updated, one commit a batch.
 * And entries one by one, beside PostGraphile's mutation that updates one row of the same table.
 */
const observeBench: Bench = async (scope) => {
  const server = await largeServer(scope);
  const api = await BenchApi.signIn(server);
  const count = await openCount(api, await api.warehouseId("LARGE"));
  const peer = await byHand(scope, server.databaseUrl);
  const postgraphile = await postgraphilePeer(scope, server.databaseUrl);
  return [
    {
      figure: `entries a second, batches of ${BATCH}, ${CONNECTIONS} connections`,
      limit: 0.5,
      bound: "at least",
      enough: 10_000,
      ours: () => observe(api, count, { connections: CONNECTIONS, entries: BATCH, seconds: 6 }),
      peer: peer.entriesPerSecond,
    },
    {
      figure: `single entries a second, ${SINGLE_CONNECTIONS} connections`,
      limit: 2,
      bound: "at least",
      ours: () => observe(api, count, { connections: SINGLE_CONNECTIONS, entries: 1, seconds: 6 }),
      peer: () =>
        oneRowUpdates(postgraphile, count, { connections: SINGLE_CONNECTIONS, seconds: 6 }),
    },
  ];
};

async function byHand(scope: BenchScope, databaseUrl: string) {
  const clients = await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      scope.defer(() => client.end());
      return client;
    }),
  );
  const [first] = clients as [pg.Client];
  await first.query("create table bare_observation (like observation including all)");
  await first.query("create table bare_line as select * from count_line");
  await first.query("alter table bare_line add primary key (warehouse_id, id)");
  const { rows: lines } = await first.query<{ warehouse_id: number; id: string }>(
    "select warehouse_id, id from bare_line order by id limit $1",
    [linesToCount],
  );
  let made = 0;
  const insertBatch = async (client: pg.Client) => {
    const batch = Array.from({ length: BATCH }, () => {
      made += 1;
      return { ...(lines[made % lines.length] as (typeof lines)[number]), key: `bare ${made}` };
    });
    await client.query("begin");
    await client.query(
      `insert into bare_observation (warehouse_id, session_id, line_id, generation, external_id,
         recorded_by, mode, quantity_typed, factor, quantity, time_source, claimed_at, counted_at,
         received_at, outcome, request_hash)
       select $1, 1, line, 1, key, 'bench', 'REPLACE', 1, 1, 1, 'DEVICE', now(), now(), now(),
         'RECORDED', '\\x00'
       from unnest($2::bigint[], $3::text[]) as r(line, key)`,
      [batch[0]?.warehouse_id, batch.map(({ id }) => id), batch.map(({ key }) => key)],
    );
    await client.query(
      `update bare_line set quantity_counted = 1, state = 'COUNTED', version = version + 1
       where warehouse_id = $1 and id = any($2::bigint[])`,
      [batch[0]?.warehouse_id, batch.map(({ id }) => id).sort((a, b) => Number(a) - Number(b))],
    );
    await client.query("commit");
  };
  return {
    entriesPerSecond: async () => {
      const seconds = await secondsOf(() =>
        Promise.all(
          clients.map(async (client) => {
            for (let at = 0; at < BATCHES_PER_CONNECTION; at += 1) await insertBatch(client);
          }),
        ),
      );
      return (clients.length * BATCHES_PER_CONNECTION * BATCH) / seconds;
    },
  };
}

export default observeBench;
