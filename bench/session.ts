import pg from "pg";
import { BenchApi } from "./harness/bench-api.ts";
import { type Bench, type BenchScope, secondsOf } from "./harness/figure.ts";
import { largeServer } from "./harness/seeded-server.ts";

const CREATE = `mutation Create($input: CreateCountSessionInput!) {
  createCountSession(input: $input) { ... on CountSessionCreated { session { id } } }
}`;
const START = `mutation Start($input: StartCountSessionInput!) {
  startCountSession(input: $input) { ... on CountSessionStarted { session { linesTotal } } }
}`;
const CANCEL = `mutation Cancel($input: CountSessionReasonInput!) {
  cancelCountSession(input: $input) { __typename }
}`;

/**
 * Starting a count of 100,000 lines through the API, beside the same INSERT ... SELECT by hand, into
 * a table of the same columns and indexes.
 */
const session: Bench = async (scope) => {
  const server = await largeServer(scope);
  const api = await BenchApi.signIn(server);
  const warehouseId = await api.warehouseId("LARGE");
  const peer = await byHand(scope, server.databaseUrl);
  return [
    {
      figure: "seconds to start a count of 100,000 lines",
      limit: 2,
      bound: "at most",
      ours: async () => {
        const sessionId = await plan(api, warehouseId);
        let lines = 0;
        const seconds = await secondsOf(async () => (lines = await start(api, sessionId)));
        if (lines < 100_000) throw new Error(`The count has ${lines} lines.`);
        await api.ask(CANCEL, { input: { sessionId, reason: "measured" } });
        await peer.vacuum();
        return seconds;
      },
      peer: () => secondsOf(peer.insert),
    },
  ];
};

async function plan(api: BenchApi, warehouseId: string): Promise<string> {
  const input = { warehouseId, title: "Full count", countType: "FULL" };
  type Answer = { createCountSession: { session: { id: string } } };
  return (await api.ask<Answer>(CREATE, { input })).createCountSession.session.id;
}

async function start(api: BenchApi, sessionId: string): Promise<number> {
  type Answer = { startCountSession: { session: { linesTotal: number } } };
  const { startCountSession } = await api.ask<Answer>(START, { input: { sessionId } });
  return startCountSession.session.linesTotal;
}

async function byHand(scope: BenchScope, databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  scope.defer(() => client.end());
  await client.query("create table bare_line (like count_line including all)");
  return {
    vacuum: () => client.query("vacuum count_line, bare_line"),
    insert: async () => {
      await client.query("begin");
      await client.query(
        `insert into bare_line (warehouse_id, session_id, line_number, origin, item_id, location_id,
           lot_id, stock_status, quantity_snapshot, ledger_position, snapshot_at, unit_cost, currency)
         select q.warehouse_id, 1, row_number() over (order by l.walk_order, l.code, i.sku, q.id),
           'SNAPSHOT', q.item_id, q.location_id, q.lot_id, q.status, q.quantity_on_hand,
           h.last_move_id, now(), i.unit_cost, w.currency
         from warehouse w
         join ledger_head h on h.warehouse_id = w.id
         join quant q on q.warehouse_id = w.id
         join item i on i.id = q.item_id
         join location l on l.warehouse_id = q.warehouse_id and l.id = q.location_id
         where w.code = 'LARGE' and q.status not in ('INSTALLED', 'PICKED')
           and q.quantity_on_hand <> 0 and l.is_active`,
      );
      await client.query("commit");
      await client.query("truncate bare_line");
    },
  };
}

export default session;
