import pg from "pg";
import { loadServerModule } from "../../tools/server-modules.ts";
import { type BenchScope, secondsOf } from "./figure.ts";
import type { OpenCount } from "./observe-api.ts";

const LINES = 100_000;

/**
 * The server's own statement, for every line of a count at once: the lines are told that each was
 * counted at an instant of its own within the last sixty days. Ten of them are checked against the
 * whole ledger.
 */
export async function wholeCount(
  scope: BenchScope,
  url: string,
  count: OpenCount,
): Promise<() => Promise<number>> {
  const [warehouseId, sessionId] = atob(count.sessionId).split(":").slice(1).map(Number);
  await countEveryLine(url, [warehouseId, sessionId]);
  const { connect, dbOf } = await loadServerModule("database/connect.ts");
  const { sql, firstRowOf } = await loadServerModule("database/db.ts");
  const { expectationsOf } = await loadServerModule("counting/storage/expectation.ts");
  const connection = await connect({ url, poolSize: 1, role: null });
  scope.defer(() => connection.close());
  const expected = expectationsOf(
    sql`select * from count_line where warehouse_id = ${warehouseId} and session_id = ${sessionId}`,
    {
      first: sql`l.window_first_at`,
      last: sql`l.window_last_at`,
      gapAfter: sql`l.gap_after`,
      gapUntil: sql`l.gap_until`,
    },
  );
  const wrong = await firstRowOf<{ lines: number }>(
    dbOf(connection),
    sql`select count(*) as lines from (select * from ${expected} e order by id limit 10) e
        join count_line l using (warehouse_id, id)
        join quant q on q.warehouse_id = l.warehouse_id and q.item_id = l.item_id
          and q.location_id = l.location_id and q.lot_id is not distinct from l.lot_id
          and q.status = l.stock_status
        where e.quantity <> quantity_at(q.warehouse_id, q.id, l.window_last_at)`,
  );
  if (wrong?.lines !== 0) throw new Error("The statement and the ledger differ.");
  return () =>
    secondsOf(async () => {
      const evaluated = await firstRowOf<{ lines: number }>(
        dbOf(connection),
        sql`select count(e.quantity) as lines, sum(e.quantity) as quantity from ${expected} e`,
      );
      if ((evaluated?.lines ?? 0) < LINES) throw new Error("Lines are missing.");
    });
}

async function countEveryLine(url: string, session: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `update count_line l set state = 'COUNTED', quantity_counted = 0, quantity_expected = 0,
       window_first_at = counted.at, window_last_at = counted.at
     from (
       select warehouse_id, id, now() - (id * 7919 % 5184000) * interval '1 second' as at
       from count_line where warehouse_id = $1 and session_id = $2
     ) counted
     where l.warehouse_id = counted.warehouse_id and l.id = counted.id`,
    session,
  );
  await client.query("vacuum analyze count_line, stock_move");
  await client.end();
}
