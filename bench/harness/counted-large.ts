import pg from "pg";
import type { BenchApi } from "./bench-api.ts";
import type { BenchScope } from "./figure.ts";
import type { SeededServer } from "./seeded-server.ts";

export interface CountedLarge {
  sessionId: string;
  /** A second count of the same warehouse, of other stock, with the lines that people count. */
  other: { sessionId: string; lineIds: string[] };
  owner: pg.Client;
}

const CREATE = `mutation Create($input: CreateCountSessionInput!) {
  createCountSession(input: $input) { ... on CountSessionCreated { session { id } } } }`;
const START = `mutation Start($id: ID!) {
  startCountSession(input: { sessionId: $id }) { ... on CountSessionStarted { session {
    id lines(first: 250) { nodes { id item { tracking } } } } } } }`;

/**
 * A count of all of a large warehouse but for a few items, which a second count has: every line is
 * counted, and 20,000 of them differ. Entries would take long and are not what is measured.
 */
export async function countedLarge(
  scope: BenchScope,
  api: BenchApi,
  server: SeededServer,
  differing: number,
): Promise<CountedLarge> {
  const warehouseId = await api.warehouseId("LARGE");
  const owner = new pg.Client({ connectionString: server.databaseUrl });
  await owner.connect();
  scope.defer(() => owner.end());
  await owner.query(`insert into option_value (code, value, changed_by, changed_at)
    values ('170', 'false', 'bench', now())`);
  const { rows } = await owner.query<{ id: string }>(
    `select i.id from item i where i.tracking = 'BULK' and exists (
       select from quant q join warehouse w on w.id = q.warehouse_id and w.code = 'LARGE'
       where q.item_id = i.id) order by i.id limit 40`,
  );
  const itemIds = rows.map(({ id }) => Buffer.from(`Item:${id}`).toString("base64url"));
  const other = await open(api, { warehouseId, countType: "ITEMS", scope: { itemIds } });
  const all = await open(api, { warehouseId, countType: "FULL" });
  await owner.query(
    `with line as (
       select l.warehouse_id, l.id, l.quantity_snapshot,
         row_number() over (partition by i.tracking in ('BULK', 'LOT') order by l.id) as number,
         i.tracking in ('BULK', 'LOT') as is_plain
       from count_line l join item i on i.id = l.item_id
       join count_session s on s.warehouse_id = l.warehouse_id and s.id = l.session_id
       where s.count_type = 'FULL'
     ), counted as (
       select *, case when is_plain and number <= $1
         then case when number % 2 = 0 or quantity_snapshot = 0 then 1 else -1 end else 0 end as variance
       from line
     )
     update count_line l set state = 'COUNTED', quantity_counted = c.quantity_snapshot + c.variance,
       quantity_expected = c.quantity_snapshot, quantity_variance = c.variance,
       value_variance = c.variance * l.unit_cost, window_first_at = now(), window_last_at = now(),
       counter_ids = '{bench}', counted_by = 'bench'
     from counted c where c.warehouse_id = l.warehouse_id and c.id = l.id`,
    [differing],
  );
  await owner.query(
    `insert into count_line_piece
       (warehouse_id, line_id, session_id, item_id, serial, is_expected, is_found)
     select p.warehouse_id, p.line_id, p.session_id, p.item_id, p.serial, true, true
     from count_line_piece p join count_line l on l.warehouse_id = p.warehouse_id and l.id = p.line_id
     where l.state = 'COUNTED'
     on conflict (warehouse_id, line_id, serial) do update set is_found = true`,
  );
  await owner.query(
    `update count_session s set lines_counted = lines_total, lines_different = $1,
    is_submitted = true, submitted_at = now() where count_type = 'FULL'`,
    [differing],
  );
  await owner.query("vacuum analyze count_line, count_line_piece, quant, stock_move");
  return { sessionId: all.sessionId, other, owner };
}

async function open(api: BenchApi, given: object) {
  type Created = { createCountSession: { session: { id: string } } };
  const input = { title: "Bench", ...given };
  const { createCountSession } = await api.ask<Created>(CREATE, { input });
  const { id } = createCountSession.session;
  type Line = { id: string; item: { tracking: string } };
  type Started = { startCountSession: { session: { lines: { nodes: Line[] } } } };
  const { startCountSession } = await api.ask<Started>(START, { id });
  const lineIds = startCountSession.session.lines.nodes.map((line) => line.id);
  return { sessionId: id, lineIds };
}
